// Command wrap makes and examines what a Windows package needs and no tool here
// makes the same way twice: it reads only what it is named, and writes the same
// bytes for the same files on every machine.
//
//	wrap ico OUT.ico PICTURE.png...     an icon of these pictures, largest first
//	wrap zip OUT.zip FOLDER             FOLDER and what is in it, names in UTF-8
//	wrap msi FILE.msi                   its hour and number become those of its content
//	wrap examine PROGRAM.exe...         an error if one would not start or look right
//
// It ends with 1 and one line on stderr that names the file.
package main

import (
	"fmt"
	"os"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "wrap:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	switch {
	case len(args) >= 3 && args[0] == "ico":
		return writeIcon(args[1], args[2:])
	case len(args) == 3 && args[0] == "zip":
		return writeZip(args[1], args[2])
	case len(args) == 2 && args[0] == "msi":
		return settle(args[1])
	case len(args) >= 2 && args[0] == "examine":
		for _, path := range args[1:] {
			if err := examine(path); err != nil {
				return err
			}
		}
		return nil
	}
	return fmt.Errorf("want one of: ico OUT PICTURE…; zip OUT FOLDER; msi FILE; examine PROGRAM…")
}
