# In by Dovecot: goes to /etc/dovecot/meridian.sieve; see dovecot.conf.
require ["vnd.dovecot.pipe"];
pipe "meridian" ["mail", "receive", "--db", "/var/lib/meridian/meridian.db"];
