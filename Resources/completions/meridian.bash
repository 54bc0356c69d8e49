# How bash completes meridian: the program itself says what can stand at the cursor.
_meridian() {
    local found
    mapfile -t found < <("${1/#\~\//$HOME/}" ---complete line "${COMP_LINE:0:COMP_POINT}" "$2" 2> /dev/null)
    case ${found[0]-} in
    :files) compopt -o default ;;
    :folders) compopt -o dirnames ;;
    *) COMPREPLY=("${found[@]}") ;;
    esac
}
complete -o nosort -F _meridian meridian
