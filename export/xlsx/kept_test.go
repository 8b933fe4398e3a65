package xlsx

import (
	"fmt"
	"slices"
	"testing"
)

// A hidden sheet and a hidden column are read again, a list of choices that is
// too long for a cell offers them all and is no sheet of the book.
func TestWhatIsHiddenIsReadAgain(t *testing.T) {
	var units []string
	for i := range 60 {
		units = append(units, fmt.Sprintf("示例第%d承办单位", i+1))
	}
	data, err := Write(
		Table{Name: "登记", Form: true, Columns: []Column{{Head: "主办", Note: "谁答复"}, {Head: "件号", Hidden: true}, {Head: "标题", Fixed: true}},
			Rows: [][]any{{"示例单位", "0001", "关于示例的建议"}}, Choices: map[int][]string{0: units}},
		Table{Name: "原值", Hidden: true, Columns: []Column{{Head: "件号"}}, Rows: [][]any{{"0001"}}})
	if err != nil {
		t.Fatal(err)
	}
	sheets, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	if len(sheets) != 2 || !slices.Equal(sheets[0].Rows[1], []string{"示例单位", "0001", "关于示例的建议"}) || sheets[1].Rows[1][0] != "0001" {
		t.Errorf("read again: %v", sheets)
	}
}
