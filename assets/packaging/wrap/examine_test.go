package main

import (
	"bytes"
	"debug/pe"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// whole are resources with all that is asked for.
var whole = append(append([]byte("\x89PNG\r\n"+strings.Join(manifest, " ")), wide(strings.Join(version, " "))...), 0)

func TestProgramIsExamined(t *testing.T) {
	for _, tt := range []struct {
		name    string
		program []byte
		want    string // "" is none
	}{
		{"as it should be", program(pe.IMAGE_FILE_MACHINE_AMD64, 0, ".rsrc", whole, "KERNEL32.dll"), ""},
		{"for another machine", program(pe.IMAGE_FILE_MACHINE_ARM64, 0, ".rsrc", whole, "KERNEL32.dll"), "want amd64"},
		{"with its hour of birth", program(pe.IMAGE_FILE_MACHINE_AMD64, 1, ".rsrc", whole, "KERNEL32.dll"), "the time it was built"},
		{"that wants OpenGL", program(pe.IMAGE_FILE_MACHINE_AMD64, 0, ".rsrc", whole, "OPENGL32.dll"), "imports OPENGL32.dll"},
		{"that wants the compiler's library", program(pe.IMAGE_FILE_MACHINE_AMD64, 0, ".rsrc", whole, "libwinpthread-1.dll"), "imports libwinpthread-1.dll"},
		{"packed", program(pe.IMAGE_FILE_MACHINE_AMD64, 0, "UPX0", whole, "KERNEL32.dll"), "section UPX0"},
		{"bare", program(pe.IMAGE_FILE_MACHINE_AMD64, 0, ".data", whole, "KERNEL32.dll"), "no resources"},
		{"blurred", program(pe.IMAGE_FILE_MACHINE_AMD64, 0, ".rsrc", bytes.ReplaceAll(whole, []byte("PerMonitorV2"), nil), "KERNEL32.dll"), `lacks "PerMonitorV2"`},
		{"nameless", program(pe.IMAGE_FILE_MACHINE_AMD64, 0, ".rsrc", bytes.ReplaceAll(whole, wide("代表案头"), nil), "KERNEL32.dll"), "its version lacks"},
		{"without an icon", program(pe.IMAGE_FILE_MACHINE_AMD64, 0, ".rsrc", whole[4:], "KERNEL32.dll"), "no icon"},
		{"no program", []byte("建议"), "案头.exe"},
	} {
		path := filepath.Join(t.TempDir(), "案头.exe")
		if err := os.WriteFile(path, tt.program, 0o600); err != nil {
			t.Fatal(err)
		}
		err := run([]string{"examine", path})
		if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
			t.Errorf("a program %s: %v, want words of %q", tt.name, err, tt.want)
		}
	}
}

// program returns the bytes of a program that never runs: a section of that name
// and content, and one with an import from library.
func program(machine uint16, stamp uint32, name string, content []byte, library string) []byte {
	const imports, at = 0x1000, 0x400 // address of the imports, place of the sections in the file
	idata := make([]byte, 0x100)
	binary.LittleEndian.PutUint32(idata[0:], imports+0x60)  // names
	binary.LittleEndian.PutUint32(idata[12:], imports+0x40) // library
	binary.LittleEndian.PutUint32(idata[16:], imports+0x60)
	copy(idata[0x40:], library)
	binary.LittleEndian.PutUint64(idata[0x60:], imports+0x80)
	copy(idata[0x82:], "Call")

	optional := pe.OptionalHeader64{Magic: 0x20b, NumberOfRvaAndSizes: 16}
	optional.DataDirectory[pe.IMAGE_DIRECTORY_ENTRY_IMPORT] = pe.DataDirectory{VirtualAddress: imports, Size: uint32(len(idata))}
	first := pe.SectionHeader32{VirtualSize: uint32(len(idata)), VirtualAddress: imports, SizeOfRawData: uint32(len(idata)), PointerToRawData: at}
	copy(first.Name[:], ".idata")
	second := pe.SectionHeader32{VirtualSize: uint32(len(content)), VirtualAddress: 2 * imports, SizeOfRawData: uint32(len(content)), PointerToRawData: at + uint32(len(idata))}
	copy(second.Name[:], name)

	dos := make([]byte, 0x80)
	copy(dos, "MZ")
	dos[0x3c] = byte(len(dos))
	out := bytes.NewBuffer(append(dos, "PE\x00\x00"...))
	for _, part := range []any{
		pe.FileHeader{Machine: machine, NumberOfSections: 2, TimeDateStamp: stamp, SizeOfOptionalHeader: uint16(binary.Size(optional))},
		optional, first, second,
	} {
		if err := binary.Write(out, binary.LittleEndian, part); err != nil {
			panic(err)
		}
	}
	out.Write(make([]byte, at-out.Len()))
	out.Write(idata)
	out.Write(content)
	return out.Bytes()
}
