package rules

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// A pack that goes through a book comes out the same, word for word.
func TestPackThroughABook(t *testing.T) {
	odd := *Default()
	odd.Labels = []Label{{"单位职务", "工作单位及职务"}}
	odd.Names.Phrases = []string{"一、二", "三"}
	odd.Wording = append([]Wording{{Write: "一；二", Unless: []string{"甲，乙"}}, {Write: "、", Instead: "，"}}, odd.Wording...)
	for _, p := range []*Pack{Default(), &odd} {
		want, err := Write(p)
		if err != nil {
			t.Fatal(err)
		}
		back, err := ReadSheets("规则包.xlsx", Sheets(p, []string{"标题", "单位职务"}))
		if err != nil {
			t.Fatal(err)
		}
		got, err := Write(back)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(want) {
			a, b := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
			for i := range min(len(a), len(b)) {
				if a[i] != b[i] {
					t.Fatalf("line %d: %.300s\nwant %.300s", i+1, a[i], b[i])
				}
			}
			t.Fatalf("%d lines, want %d", len(a), len(b))
		}
		if _, err := Read("again.toml", got); err != nil {
			t.Errorf("what was written cannot be read: %v", err)
		}
	}
}

func TestTitlesInWords(t *testing.T) {
	for _, tt := range []struct{ pattern, words string }{
		{"^关于.+的建议$", "关于……的建议"},
		{"^(对|关于).+的批评$", "对/关于……的批评"},
		{"^.+建议$", "……建议"},
		{"^关于[^，]+的建议$", "^关于[^，]+的建议$"},
		{"建议", "建议"},
	} {
		if got := Easy(tt.pattern); got != tt.words {
			t.Errorf("%s reads %s, want %s", tt.pattern, got, tt.words)
		}
		if got := pattern(tt.words); got != tt.pattern {
			t.Errorf("%s means %s, want %s", tt.words, got, tt.pattern)
		}
	}
}

// set changes a cell of a book; line counts from 1, as a spreadsheet does.
func set(book []Sheet, sheet string, line, column int, to string) []Sheet {
	for i := range book {
		if book[i].Name != sheet {
			continue
		}
		for len(book[i].Rows) < line {
			book[i].Rows = append(book[i].Rows, nil)
		}
		for len(book[i].Rows[line-1]) < column {
			book[i].Rows[line-1] = append(book[i].Rows[line-1], "")
		}
		row := append([]string{}, book[i].Rows[line-1]...)
		row[column-1] = to
		book[i].Rows[line-1] = row
	}
	return book
}

func without(book []Sheet, sheet string) []Sheet {
	var left []Sheet
	for _, s := range book {
		if s.Name != sheet {
			left = append(left, s)
		}
	}
	return left
}

func TestFaultsOfABookNameSheetRowAndReason(t *testing.T) {
	fresh := func() []Sheet { return Sheets(Default(), nil) }
	for _, tt := range []struct {
		name string
		book []Sheet
		want string
	}{
		{"no name", set(fresh(), "基本", 2, 2, ""), `a.xlsx: 基本: row 2: name is missing`},
		{"level", set(fresh(), "基本", 5, 2, "地级"), `a.xlsx: 基本: row 5: no threshold for a 议案 at level "地级"`},
		{"item", set(fresh(), "基本", 4, 1, "省份"), `a.xlsx: 基本: row 4: no such item: "省份"`},
		{"signers", set(fresh(), "联名人数", 4, 3, "十"), `a.xlsx: 联名人数: row 4: "十" is not a number`},
		{"delegation", set(fresh(), "联名人数", 4, 5, "也许"), `a.xlsx: 联名人数: row 4: "也许" is neither 是 nor empty`},
		{"field", set(fresh(), "必填项", 3, 3, "届次会议、星座"), `a.xlsx: 必填项: row 3: no such field: "星座"`},
		{"condition", set(fresh(), "必填项", 6, 2, "不公开"), `a.xlsx: 必填项: row 6: "不公开" is not a condition`},
		{"title", set(fresh(), "标题", 2, 3, "充电桩"), `a.xlsx: 标题: row 2: the example "充电桩" does not fit "^关于.+的建议$"`},
		{"length", set(fresh(), "篇幅", 3, 2, "一千五"), `a.xlsx: 篇幅: row 3: "一千五" is not a number`},
		{"percent", set(fresh(), "篇幅", 6, 2, "330"), `a.xlsx: 篇幅: row 6: 330 is not between 0 and 100`},
		{"number", set(fresh(), "号码", 3, 2, "["), `a.xlsx: 号码: row 3: no pattern: "[": error parsing regexp`},
		{"deadline", set(fresh(), "期限", 2, 2, "2月22日"), `a.xlsx: 期限: row 2: "2月22日" is not a time like 2024-02-22 12:00`},
		{"category twice", set(fresh(), "类别", 4, 1, "财政经济"), `a.xlsx: 类别: row 4: stands twice: "财政经济"`},
		{"unit without a name", set(fresh(), "承办单位", 3, 1, " "), `a.xlsx: 承办单位: row 3: an entry without a name: unit`},
		{"system", set(fresh(), "承办单位", 3, 3, "市府"), `a.xlsx: 承办单位: row 3: no such system: "市府"`},
		{"head", set(fresh(), "用语", 1, 2, "改成"), `a.xlsx: 用语: row 1: column "应当写" is missing; a.xlsx: 用语: row 1: no such column: "改成"`},
		{"sheet gone", without(fresh(), "类别"), `a.xlsx: 类别: the sheet is missing`},
		{"sheet too many", append(fresh(), Sheet{"新表", [][]string{{"x"}}, nil}), `a.xlsx: 新表: no such sheet in a rule pack`},
	} {
		_, err := ReadSheets("a.xlsx", tt.book)
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.want)
		}
	}
	many := set(set(set(fresh(), "篇幅", 3, 2, "一千五"), "承办单位", 3, 3, "市府"), "类别", 4, 1, "财政经济")
	_, err := ReadSheets("a.xlsx", many)
	var all Faults
	if !errors.As(err, &all) || len(all) != 3 {
		t.Errorf("three faults give %v", err)
	}
}

// Staff write a little differently from the program, and are understood.
func TestHowStaffFillTheBook(t *testing.T) {
	book := Sheets(Default(), []string{"标题"})
	book = set(book, "类别", 12, 1, "应急管理")
	book = set(book, "类别", 12, 3, " 地震，洪水；台风 ")
	book = set(book, "不宜提出", 13, 2, "已经答复过的事项")
	book = set(book, "不宜提出", 13, 3, "去年已答复")
	book = set(book, "必填项", 6, 2, "公开意见 ＝ 不同意公开")
	book = set(book, "表单用字", 2, 2, "题目")
	book = set(book, "承办单位", 60, 4, "")
	p, err := ReadSheets("a.xlsx", book)
	if err != nil {
		t.Fatal(err)
	}
	last := p.Categories[len(p.Categories)-1]
	own := p.Exclusions[len(p.Exclusions)-1]
	for _, tt := range []struct{ what, got, want string }{
		{"words", fmt.Sprint(last), "{应急管理 [] [地震 洪水 台风]}"},
		{"exclusion", fmt.Sprint(own), "{own-13 已经答复过的事项 [去年已答复]}"},
		{"condition", p.Required[4].When, "open=不同意公开"},
		{"label", p.Label("标题"), "题目"},
		{"units", fmt.Sprint(len(p.Units)), fmt.Sprint(len(Default().Units))},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %s, want %s", tt.what, tt.got, tt.want)
		}
	}
}
