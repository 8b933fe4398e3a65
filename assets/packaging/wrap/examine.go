package main

import (
	"bytes"
	"debug/pe"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
)

// missing are libraries that an office machine may be without: a program that
// imports one does not start there, and says nothing.
var missing = []string{"opengl32.dll", "libegl.dll", "libglesv2.dll", "libgcc_s_seh-1.dll", "libwinpthread-1.dll", "libstdc++-6.dll"}

// manifest are the words without which Windows would blur the window on a sharp
// screen, read names of files in a code page, or ask for an administrator.
var manifest = []string{"PerMonitorV2", "<activeCodePage", "UTF-8", "longPathAware", `level="asInvoker"`, "{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}"}

// version are the words that the properties of the file show.
var version = []string{"代表案头", "FileDescription", "ProductVersion"}

// packers are the names of sections that packed programs have; scanners distrust
// those.
var packers = []string{"UPX0", "UPX1", ".aspack", ".petite", ".themida"}

// examine is nil if the program at path is one of 64 bits that starts on a plain
// Windows 10 and carries its manifest, version and icon.
func examine(path string) error {
	f, err := pe.Open(path)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	defer func() { _ = f.Close() }() // it was only read
	if f.Machine != pe.IMAGE_FILE_MACHINE_AMD64 {
		return fmt.Errorf("%s: machine %#x, want amd64", path, f.Machine)
	}
	if f.TimeDateStamp != 0 {
		return fmt.Errorf("%s: carries the time it was built, which changes its bytes", path)
	}
	for _, s := range f.Sections {
		if slices.Contains(packers, s.Name) {
			return fmt.Errorf("%s: section %s: a packed program alarms virus scanners", path, s.Name)
		}
	}
	symbols, err := f.ImportedSymbols()
	if err != nil {
		return fmt.Errorf("%s: imports: %w", path, err)
	}
	for _, s := range symbols {
		_, library, _ := strings.Cut(s, ":")
		if slices.Contains(missing, strings.ToLower(library)) {
			return fmt.Errorf("%s: imports %s, which not every machine has", path, library)
		}
	}
	resources := f.Section(".rsrc")
	if resources == nil {
		return fmt.Errorf("%s: no resources", path)
	}
	data, err := resources.Data()
	if err != nil {
		return fmt.Errorf("%s: resources: %w", path, err)
	}
	for _, words := range manifest {
		if !bytes.Contains(data, []byte(words)) {
			return fmt.Errorf("%s: its manifest lacks %q", path, words)
		}
	}
	for _, words := range version {
		if !bytes.Contains(data, wide(words)) {
			return fmt.Errorf("%s: its version lacks %q", path, words)
		}
	}
	if !bytes.Contains(data, []byte("\x89PNG\r\n")) {
		return fmt.Errorf("%s: no icon of 256 pixels", path)
	}
	return nil
}

// wide is s as resources write it.
func wide(s string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}
