package xlsx

import (
	"errors"
	"fmt"
	"testing"
)

// What people type into a form is read as they typed it.
func TestFormIsReadAsTyped(t *testing.T) {
	data, err := Write(Table{Name: "名单", Form: true,
		Columns: []Column{{Head: "证号", Width: 10}, {Head: "日期", Width: 10}, {Head: "可以", Width: 6}}, Choices: map[int][]string{2: {"是", "否"}},
		Rows: [][]any{{"0108", "2024-02-22", nil}, {nil, "两行\n文字\n", "是"}},
	}, Table{Name: "空"})
	if err != nil {
		t.Fatal(err)
	}
	got, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	want := `[{"名单" [["证号" "日期" "可以"] ["0108" "2024-02-22"] ["" "两行\n文字\n" "是"]]} {"空" []}]`
	if s := fmt.Sprintf("%q", got); s != want {
		t.Errorf("%s\nwant %s", s, want)
	}
}

func TestWhatIsNoBook(t *testing.T) {
	for _, data := range []string{"", "schema = 1\n", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"} {
		if _, err := Read([]byte(data)); !errors.Is(err, ErrNotBook) {
			t.Errorf("%q: %v", data, err)
		}
	}
}
