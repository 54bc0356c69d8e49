#compdef meridian
# How zsh completes meridian: the program itself says what can stand at the cursor.
_meridian() {
    local -a found shown
    local line word tab=$'\t'
    found=("${(@f)$("${(Q)words[1]/#\~\//$HOME/}" ---complete words "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2> /dev/null)}")
    case ${found[1]} in
    '') return 1 ;;
    :files) compset -P '--*='; _files; return ;;
    :folders) compset -P '--*='; _files -/; return ;;
    esac
    for line in "${found[@]}"; do
        word=${line%%$tab*}
        shown+=("${word//:/\\:}${${line#$word}/$tab/:}")
    done
    _describe -V meridian shown
}
if [[ ${funcstack[1]-} == _meridian ]]; then _meridian "$@"; else compdef _meridian meridian; fi
