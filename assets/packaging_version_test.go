//go:build unix

package assets

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The packages carry the version of the tag, and without one that of the program.
func TestVersionIsThatOfTheTag(t *testing.T) {
	for _, tt := range []struct {
		name string
		tags []string
		want string
	}{
		{"a release", []string{"v1.2.3"}, "1.2.3"},
		{"a trial", []string{"v1.2.3-rc.1"}, "1.2.3-rc.1"},
		{"without a tag", nil, Version},
		{"a trial that became the release", []string{"v1.2.3", "v1.2.3-rc.1", "v1.2.3-rc.2"}, "1.2.3"},
		{"the tenth trial", []string{"v1.2.3-rc.10", "v1.2.3-rc.9"}, "1.2.3-rc.10"},
		{"tags of another kind", []string{"old", "v2", "version-1.0.0"}, Version},
		{"a release beside others", []string{"old", "v1.10.0", "v1.9.0"}, "1.10.0"},
	} {
		root := checkout(t)
		for _, tag := range tt.tags {
			inCheckout(t, root, "git", "tag", tag)
		}
		if got := inCheckout(t, root, "sh", "assets/packaging/version.sh"); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		inCheckout(t, root, "git", "commit", "-q", "--allow-empty", "-m", "later")
		if got := inCheckout(t, root, "sh", "assets/packaging/version.sh"); got != Version {
			t.Errorf("%s, a commit later: %q, want %q", tt.name, got, Version)
		}
	}
}

// An archive of the files alone has no tags.
func TestVersionWithoutHistory(t *testing.T) {
	root := checkout(t)
	if err := os.RemoveAll(filepath.Join(root, ".git")); err != nil {
		t.Fatal(err)
	}
	if got := inCheckout(t, root, "sh", "assets/packaging/version.sh"); got != Version {
		t.Errorf("%q, want %q", got, Version)
	}
}

// checkout is a folder with one commit of what version.sh reads.
func checkout(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	for to, from := range map[string]string{"assets/packaging/version.sh": "packaging/version.sh", "assets/metadata.go": "metadata.go"} {
		data, err := os.ReadFile(from)
		if err != nil {
			t.Fatal(err)
		}
		to = filepath.Join(root, to)
		if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	inCheckout(t, root, "git", "init", "-q")
	inCheckout(t, root, "git", "add", ".")
	inCheckout(t, root, "git", "commit", "-q", "-m", "first")
	return root
}

// inCheckout runs a command in root and returns what it says.
func inCheckout(t *testing.T, root, name string, args ...string) string {
	t.Helper()
	c := exec.Command(name, args...)
	c.Dir = root
	c.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null", "GIT_CEILING_DIRECTORIES="+filepath.Dir(root),
		"GIT_AUTHOR_NAME=甲", "GIT_AUTHOR_EMAIL=a@localhost", "GIT_COMMITTER_NAME=甲", "GIT_COMMITTER_EMAIL=a@localhost")
	said, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v: %s", name, strings.Join(args, " "), err, said)
	}
	return strings.TrimSpace(string(said))
}
