package assets

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestMetadataIsThatOfThePackager(t *testing.T) {
	data, err := os.ReadFile("../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]string{}
	for line := range strings.Lines(string(data)) {
		if key, value, ok := strings.Cut(line, "="); ok {
			said[strings.TrimSpace(key)] = strings.Trim(strings.TrimSpace(value), `"`)
		}
	}
	for key, want := range map[string]string{
		"Name": AppName, "ID": AppID, "Version": Version, "Build": fmt.Sprint(Build),
	} {
		if said[key] != want {
			t.Errorf("FyneApp.toml: %s = %q, the program says %q", key, said[key], want)
		}
	}
	if _, err := os.Stat("../" + said["Icon"]); err != nil {
		t.Errorf("FyneApp.toml: icon: %v", err)
	}
}
