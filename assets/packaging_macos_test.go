package assets

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A plist is one value of Apple's property lists: a string, a bool, a list of
// plists or a map of them.
type plist any

func readPlist(t *testing.T, path string) plist {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local != "plist" {
			return plistValue(t, d, start)
		}
	}
}

func plistValue(t *testing.T, d *xml.Decoder, start xml.StartElement) plist {
	t.Helper()
	var text strings.Builder
	list, dict, key := []plist{}, map[string]plist{}, ""
	for {
		token, err := d.Token()
		if err != nil {
			t.Fatalf("in <%s>: %v", start.Name.Local, err)
		}
		switch token := token.(type) {
		case xml.CharData:
			text.Write(token)
		case xml.StartElement:
			value := plistValue(t, d, token)
			switch {
			case start.Name.Local == "array":
				list = append(list, value)
			case token.Name.Local == "key":
				key = value.(string)
			case key == "":
				t.Fatalf("<%s> in a dict without a key before it", token.Name.Local)
			default:
				dict[key], key = value, ""
			}
		case xml.EndElement:
			switch start.Name.Local {
			case "array":
				return list
			case "dict":
				if key != "" {
					t.Fatalf("key %s without a value", key)
				}
				return dict
			case "true", "false":
				return start.Name.Local == "true"
			}
			return text.String()
		}
	}
}

func TestMacKnowsTheProgramAndItsFiles(t *testing.T) {
	info, ok := readPlist(t, "packaging/macos/Info.plist").(map[string]plist)
	if !ok {
		t.Fatal("Info.plist is no dict")
	}
	for key, want := range map[string]plist{
		"CFBundleIdentifier": AppID, "CFBundleName": AppName, "CFBundleDisplayName": AppName, "CFBundlePackageType": "APPL",
		"CFBundleExecutable": "deputydesk", "CFBundleIconFile": "icon", "CFBundleVersion": "@VERSION@",
		"CFBundleShortVersionString": "@VERSION@", "CFBundleDevelopmentRegion": "zh-Hans", "LSMinimumSystemVersion": "12.0",
		"NSHighResolutionCapable": true,
	} {
		if info[key] != want {
			t.Errorf("%s = %v, want %v", key, info[key], want)
		}
	}
	var languages []string
	for _, l := range info["CFBundleLocalizations"].([]plist) {
		languages = append(languages, l.(string))
		if _, err := os.Stat(filepath.Join("packaging/macos", l.(string)+".lproj", "InfoPlist.strings")); err != nil {
			t.Errorf("the name of the program in %s: %v", l, err)
		}
	}
	if !slices.Equal(languages, []string{"zh-Hans", "en"}) {
		t.Errorf("languages %v", languages)
	}
	endings := map[string]string{} // kind → ending
	for _, u := range info["UTExportedTypeDeclarations"].([]plist) {
		u := u.(map[string]plist)
		tags := u["UTTypeTagSpecification"].(map[string]plist)
		endings[u["UTTypeIdentifier"].(string)] = tags["public.filename-extension"].([]plist)[0].(string)
	}
	var opened []string
	for _, d := range info["CFBundleDocumentTypes"].([]plist) {
		for _, kind := range d.(map[string]plist)["LSItemContentTypes"].([]plist) {
			opened = append(opened, endings[kind.(string)])
		}
	}
	if !slices.Equal(opened, []string{"dbz", "dbs"}) {
		t.Errorf("opens %q", opened)
	}
}

// The hardened runtime keeps everything it forbids.
func TestMacEntitlementsAskForNothing(t *testing.T) {
	if asked := readPlist(t, "packaging/macos/entitlements.plist").(map[string]plist); len(asked) != 0 {
		t.Errorf("asks for %v", asked)
	}
}

func TestMacIconHoldsEverySize(t *testing.T) {
	out := filepath.Join(t.TempDir(), "icon.icns")
	if said, err := exec.Command("go", "run", "packaging/macos/icns.go", "icon", out).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if string(data[:4]) != "icns" || int(binary.BigEndian.Uint32(data[4:])) != len(data) {
		t.Fatalf("head % x of a file of %d bytes", data[:8], len(data))
	}
	got := map[string]int{}
	for rest := data[8:]; len(rest) > 0; {
		size := int(binary.BigEndian.Uint32(rest[4:]))
		c, err := png.DecodeConfig(bytes.NewReader(rest[8:size]))
		if err != nil || c.Width != c.Height {
			t.Fatalf("%s: %d × %d, %v", rest[:4], c.Width, c.Height, err)
		}
		got[string(rest[:4])] = c.Width
		rest = rest[size:]
	}
	for name, size := range map[string]int{"icp4": 16, "ic11": 32, "icp5": 32, "ic12": 64, "ic07": 128, "ic13": 256, "ic08": 256, "ic14": 512, "ic09": 512} {
		if got[name] != size {
			t.Errorf("%s has %d pixels, want %d", name, got[name], size)
		}
	}
	if len(got) != 9 {
		t.Errorf("entries %v", got)
	}
}
