package import Templates

/// What a letter of plain text says.
package struct PlainLetter {
    /// Its subject, one line.
    package let subject: String
    /// What its template is filled in with, by the template's names.
    package let fields: [String: Field]
}
