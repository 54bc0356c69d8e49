import CLibical
import Glibc

/// Owns an `icalcomponent` and, through it, all that was added to it.
struct ComponentHandle: ~Copyable {
    private let pointer: OpaquePointer

    init(_ kind: Component.Kind, with libical: borrowing Libical) throws(LibicalFailure) {
        guard let pointer = icalcomponent_new(icalcomponent_string_to_kind(kind.rawValue)) else {
            throw LibicalFailure(description: "libical made no \(kind.rawValue)")
        }
        self.pointer = pointer
    }

    deinit { icalcomponent_free(pointer) }

    func add(_ property: consuming PropertyHandle) {
        icalcomponent_add_property(pointer, property.release())
    }

    func add(_ child: consuming ComponentHandle) {
        icalcomponent_add_component(pointer, child.release())
    }

    /// The component as libical writes and folds it.
    func contentLines() throws(LibicalFailure) -> [UInt8] {
        guard let text = icalcomponent_as_ical_string_r(pointer) else {
            throw LibicalFailure(description: "libical wrote nothing")
        }
        defer { icalmemory_free_buffer(text) }
        return Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
    }

    consuming func release() -> OpaquePointer {
        let pointer = pointer
        discard self
        return pointer
    }
}

/// Owns an `icalproperty` until a component takes it.
struct PropertyHandle: ~Copyable {
    private let pointer: OpaquePointer

    init(_ name: String, with libical: borrowing Libical) throws(LibicalFailure) {
        let kind = icalproperty_string_to_kind(name)
        guard let pointer = icalproperty_new(kind) else {
            throw LibicalFailure(description: "libical knows no property \(name)")
        }
        self.pointer = pointer
        if kind == ICAL_X_PROPERTY { icalproperty_set_x_name(pointer, name) }
    }

    deinit { icalproperty_free(pointer) }

    /// Whether it is an X- property.
    var isExtension: Bool { icalproperty_isa(pointer) == ICAL_X_PROPERTY }

    func set(text: String) {
        icalproperty_set_value(pointer, isExtension ? icalvalue_new_x(text) : icalvalue_new_text(text))
    }

    func set(literal: String) throws(LibicalFailure) {
        icalproperty_set_value_from_string(pointer, literal, "NO")
        guard icalproperty_get_value(pointer) != nil else {
            throw LibicalFailure(description: "libical takes no “\(literal)” as the value of a property")
        }
    }

    func add(parameter name: String, _ value: String) throws(LibicalFailure) {
        guard let parameter = icalparameter_new_from_value_string(icalparameter_string_to_kind(name), value) else {
            throw LibicalFailure(description: "libical takes no “\(value)” as the parameter \(name)")
        }
        icalproperty_add_parameter(pointer, parameter)
    }

    consuming func release() -> OpaquePointer {
        let pointer = pointer
        discard self
        return pointer
    }
}
