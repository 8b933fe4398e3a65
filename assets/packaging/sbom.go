//go:build ignore

// Command sbom writes the bill of materials of built programs as CycloneDX 1.5
// JSON: every module that is in them, its version, its hash as go.sum knows it, its
// licence as its own licence file says, and on which systems it is in one; the Go
// library, the fonts, and what lies beside the program on Windows.
//
//	go run assets/packaging/sbom.go PROGRAM... >sbom.json
//	go run assets/packaging/sbom.go -licences PROGRAM...
//	go run assets/packaging/sbom.go -texts PROGRAM...     the licences in full
//
// A module whose licence it does not know, or that may not be shipped with this
// program, ends it with an error that names the module.
package main

import (
	"debug/buildinfo"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

type licence struct {
	ID string `json:"id"`
}

type component struct {
	Type     string               `json:"type"`
	Name     string               `json:"name"`
	Version  string               `json:"version,omitempty"`
	PURL     string               `json:"purl,omitempty"`
	Licences []map[string]licence `json:"licenses,omitempty"`
	Props    []map[string]string  `json:"properties,omitempty"`
	systems  []string
}

// A bill is what was found in all programs: the modules in the order of their
// names, the systems the programs are for, and the Go version.
type bill struct {
	modules []component
	systems []string
	golang  string
}

// others is what is shipped and no module: fonts inside the programs and beside
// them (assets/fonts/README.md), libraries beside the program on Windows (angle.sh).
var others = []struct {
	component
	onlyOn string // "" is every system
}{
	{made("file", "FandolFang (fang.ttf)", "0.3", "", "GPL-3.0-or-later"), ""},
	{made("file", "LXGW WenKai", "1.250", "", "OFL-1.1"), ""},
	{made("file", "Noto Sans SC", "", "", "OFL-1.1"), ""},
	{made("file", "Noto Serif SC", "", "", "OFL-1.1"), ""},
	{made("library", "ANGLE (libEGL.dll, libGLESv2.dll)", "gl 8.1.6", "pkg:npm/gl@8.1.6", "BSD-3-Clause"), "windows/"},
}

func made(kind, name, version, purl, id string) component {
	return component{Type: kind, Name: name, Version: version, PURL: purl, Licences: []map[string]licence{{"license": {id}}}}
}

// marks tell licences apart by words that stand in no other one; the first that
// matches holds.
var marks = []struct{ id, words string }{
	{"Apache-2.0", "Apache License Version 2.0"},
	{"MPL-2.0", "Mozilla Public License Version 2.0"},
	{"GPL", "GNU GENERAL PUBLIC LICENSE"},
	{"LGPL", "GNU LESSER GENERAL PUBLIC LICENSE"},
	{"Unlicense", "free and unencumbered software released into the public domain"},
	{"CC0-1.0", "CC0 1.0 Universal"},
	{"ISC", "Permission to use, copy, modify, and/or distribute this software for any purpose"},
	{"ISC", "Permission to use, copy, modify, and distribute this software for any purpose"},
	{"BSD-3-Clause", "Neither the name"},
	{"BSD-3-Clause", "The names of its contributors may not be used"},
	{"BSD-2-Clause", "Redistributions in binary form must reproduce"},
	{"MIT", "Permission is hereby granted, free of charge"},
}

// shippable are the licences that a program under Apache-2.0 may be shipped
// with as it is.
var shippable = []string{"Apache-2.0", "MPL-2.0", "Unlicense", "CC0-1.0", "ISC", "BSD-3-Clause", "BSD-2-Clause", "MIT"}

func main() {
	list := flag.Bool("licences", false, "print modules and licences as lines")
	texts := flag.Bool("texts", false, "print every licence in full")
	flag.Parse()
	write := writeBill
	switch {
	case *list:
		write = writeLines
	case *texts:
		write = writeTexts
	}
	if err := run(write, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "sbom:", err)
		os.Exit(1)
	}
}

// run reads the modules of the programs and hands them to write in the order of
// their names.
func run(write func(bill) error, programs []string) error {
	if len(programs) == 0 {
		return fmt.Errorf("no program named")
	}
	seen := map[string]component{}
	var b bill
	for _, p := range programs {
		info, err := buildinfo.ReadFile(p)
		if err != nil {
			return fmt.Errorf("%s: %w", p, err)
		}
		system := setting(info, "GOOS") + "/" + setting(info, "GOARCH")
		b.golang = strings.TrimPrefix(info.GoVersion, "go")
		b.systems = append(b.systems, system)
		for _, m := range info.Deps {
			if m.Replace != nil {
				m = m.Replace
			}
			id, err := licenceOf(m.Path, m.Version)
			if err != nil {
				return err
			}
			c := made("library", m.Path, m.Version, "pkg:golang/"+m.Path+"@"+m.Version, id)
			c.Props = []map[string]string{{"name": "go.sum", "value": m.Sum}}
			c.systems = append(seen[m.Path].systems, system)
			seen[m.Path] = c
		}
	}
	for _, c := range seen {
		c.Props = append(c.Props, map[string]string{"name": "systems", "value": list(c.systems)})
		b.modules = append(b.modules, c)
	}
	slices.SortFunc(b.modules, func(a, b component) int { return strings.Compare(a.Name, b.Name) })
	return write(b)
}

// setting is how the program was built.
func setting(info *buildinfo.BuildInfo, key string) string {
	for _, s := range info.Settings {
		if s.Key == key {
			return s.Value
		}
	}
	return ""
}

// list names each once, in order.
func list(systems []string) string {
	systems = slices.Clone(systems)
	slices.Sort(systems)
	return strings.Join(slices.Compact(systems), " ")
}

// writeLines prints one module a line.
func writeLines(b bill) error {
	for _, c := range b.modules {
		fmt.Printf("%-14s %s %s\n", c.Licences[0]["license"].ID, c.Name, c.Version)
	}
	return nil
}

// writeBill prints the bill of materials, of the version in the environment if one
// is there.
func writeBill(b bill) error {
	all := append(b.modules, made("library", "std", b.golang, "pkg:golang/std@"+b.golang, "BSD-3-Clause"))
	for _, o := range others {
		if o.onlyOn == "" || strings.Contains(list(b.systems), o.onlyOn) {
			all = append(all, o.component)
		}
	}
	about := map[string]any{"component": component{Type: "application", Name: "deputydesk", Version: os.Getenv("VERSION"),
		Licences: []map[string]licence{{"license": {"Apache-2.0"}}}, Props: []map[string]string{{"name": "systems", "value": list(b.systems)}}}}
	enc := json.NewEncoder(os.Stdout)
	enc.SetIndent("", " ")
	return enc.Encode(map[string]any{"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "metadata": about, "components": all})
}

// writeTexts prints each licence text once, under the names of all that it is
// for, with those that lie deeper in a module: of what it has from others.
func writeTexts(b bill) error {
	under := map[string][]string{} // text → what it is for
	note := func(name, file string) error {
		data, err := os.ReadFile(file)
		if err == nil {
			text := strings.TrimSpace(strings.ReplaceAll(string(data), "\r\n", "\n"))
			under[text] = append(under[text], name)
		}
		return err
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return err
	}
	if err := note("the Go language and its library", filepath.Join(strings.TrimSpace(string(root)), "LICENSE")); err != nil {
		return err
	}
	for _, c := range b.modules {
		dir, err := moduleDir(c.Name, c.Version)
		if err != nil {
			return err
		}
		err = filepath.WalkDir(dir, func(file string, d os.DirEntry, err error) error {
			if err == nil && d.IsDir() && (d.Name() == "testdata" || d.Name() == "test") {
				return filepath.SkipDir
			}
			if err != nil || d.IsDir() || !isLicence(d.Name()) {
				return err
			}
			return note(c.Name+" "+c.Version, file)
		})
		if err != nil {
			return fmt.Errorf("%s: %w", c.Name, err)
		}
	}
	type entry struct{ names, text string }
	var entries []entry
	for text, names := range under {
		slices.Sort(names)
		entries = append(entries, entry{strings.Join(slices.Compact(names), "\n"), text})
	}
	slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(a.names+a.text, b.names+b.text) })
	for _, e := range entries {
		fmt.Printf("%s\n%s\n\n%s\n\n", strings.Repeat("=", 72), e.names, e.text)
	}
	return nil
}

// isLicence tells by its name whether a file holds a licence.
func isLicence(name string) bool {
	name = strings.ToUpper(name)
	return !strings.HasSuffix(name, ".GO") &&
		(strings.HasPrefix(name, "LICEN") || strings.HasPrefix(name, "COPYING") || strings.HasPrefix(name, "UNLICENSE"))
}

// moduleDir is where the module lies in the module cache.
func moduleDir(path, version string) (string, error) {
	out, err := exec.Command("go", "mod", "download", "-json", path+"@"+version).Output()
	if err != nil {
		return "", fmt.Errorf("%s: %w", path, err)
	}
	var at struct{ Dir string }
	if err := json.Unmarshal(out, &at); err != nil {
		return "", fmt.Errorf("%s: %w", path, err)
	}
	return at.Dir, nil
}

// licenceOf reads the licence file of a module.
func licenceOf(path, version string) (string, error) {
	dir, err := moduleDir(path, version)
	if err != nil {
		return "", err
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return "", fmt.Errorf("%s: %w", path, err)
	}
	for _, e := range entries {
		if e.IsDir() || !isLicence(e.Name()) {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return "", fmt.Errorf("%s: %w", path, err)
		}
		text := strings.ToLower(strings.Join(strings.Fields(string(data)), " "))
		for _, m := range marks {
			if strings.Contains(text, strings.ToLower(m.words)) {
				if !slices.Contains(shippable, m.id) {
					return "", fmt.Errorf("%s: %s may not be shipped with this program", path, m.id)
				}
				return m.id, nil
			}
		}
	}
	return "", fmt.Errorf("%s: its licence is not known", path)
}
