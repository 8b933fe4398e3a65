#!/bin/sh
# Prints under which licences all that is shipped stands, in full.
#
#	copyright.sh LICENCES
#
# LICENCES is the text that sbom.go -texts wrote of the programs.
set -eu
here=$(dirname "$0")
fonts=$here/../fonts
cat <<'END'
代表案头 (Deputy Desk)

The programs are under the Apache License 2.0. They contain fonts under the SIL
Open Font License 1.1 and the modules listed after it. The file fang.ttf lies
beside the programs as data: it is under the GNU General Public License 3 with
the font exception (COPYING beside it), which no printed document comes under.

程序采用 Apache License 2.0。内含的字体采用 SIL Open Font License 1.1，内含的各模块
及其许可列在后面。旁边的 fang.ttf（仿宋）是数据文件，采用 GNU GPL 3 附字体例外，打印
出来的文件不受其约束。

========================================================================
代表案头 (Deputy Desk)

END
cat "$here/../../LICENSE"
printf '\n%s\nThe fonts inside the programs\n\n' "========================================================================"
sed -n '/^`OFL.txt` has/,/^Each is inside/p; /^\*\*Licences\.\*\*/,/^$/p' "$fonts/README.md" | sed 's/\*\*//g; s/`//g'
cat "$fonts/OFL.txt"
printf '\n%s\nfang.ttf (FandolFang), beside the programs\n\n' "========================================================================"
sed -n '/^`gpl\/fang.ttf` is/,$p' "$fonts/README.md" | sed 's/`//g'
printf '\n'
cat "$fonts/gpl/COPYING"
printf '\n'
cat "$1"
