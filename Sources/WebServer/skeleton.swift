import Hummingbird
import Mustache
import Crypto
import ServiceLifecycle
import Logging
import HTTPTypes
