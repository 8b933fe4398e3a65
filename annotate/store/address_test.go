package store

import "testing"

// Paths as they come out of filepath.ToSlash on the two kinds of systems.
func TestAddressOfADatabase(t *testing.T) {
	for _, tt := range []struct{ path, want string }{
		{"/home/测试代表/desk.db", "file:/home/测试代表/desk.db?vfs=os"},
		{"C:/Users/测试代表/desk.db", "file:C:/Users/测试代表/desk.db?vfs=os"},
		{"//server/share/desk.db", "file:////server/share/desk.db?vfs=os"},
		{"/home/a?b#c%d/desk.db", "file:/home/a%3fb%23c%25d/desk.db?vfs=os"},
	} {
		if got := address(tt.path, options{}); got != tt.want {
			t.Errorf("%s is %s, want %s", tt.path, got, tt.want)
		}
	}
}
