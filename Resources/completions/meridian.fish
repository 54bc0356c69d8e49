# How fish completes meridian: the program itself says what can stand at the cursor.
function __meridian_complete
    set -l words (commandline -opc)
    set -l program (string replace -r '^~/' "$HOME/" -- $words[1])
    # Without the quotation mark that is still open, and what is escaped as it is meant.
    set -l current (string replace -r '^["\']' '' -- (commandline -ct) | string unescape)
    set -l found ($program ---complete words $words[2..-1] "$current" 2> /dev/null)
    set -l option (string match -r -- '^--[^=]*=' "$current")
    switch "$found[1]"
        case :files
            __fish_complete_path (string replace -- "$option" '' "$current") | string replace -r '^' -- "$option"
        case :folders
            __fish_complete_directories (string replace -- "$option" '' "$current") | string replace -r '^' -- "$option"
        case '*'
            printf '%s\n' $found
    end
end
complete -c meridian -f -k -a '(__meridian_complete)'
