package rules

import (
	"fmt"
	"strings"
)

// pages are the sheets of a book, in order.
var pages = []*page{
	items("基本", basics),
	columns("选项", choices),
	{
		name: "联名人数", heads: []string{"事项", "级别", "最少人数", "占代表总数", "可由代表团提出", remark},
		write: func(p *Pack) (rows [][]string) {
			for _, t := range p.Thresholds {
				rows = append(rows, []string{t.Act, t.Level, numeral(t.Signers), t.Share, written(t.Delegation)})
			}
			return rows
		},
		read: func(r *reading) {
			r.p.Thresholds = append(r.p.Thresholds, Threshold{
				Act: r.cell("事项"), Level: r.cell("级别"), Signers: r.number("最少人数"), Share: r.cell("占代表总数"), Delegation: r.yes("可由代表团提出"),
			})
			r.stands("threshold", len(r.p.Thresholds))
		},
		picks: func(*Pack) map[int][]string { return map[int][]string{4: {yes, no}} },
	},
	{
		name: "必填项", heads: []string{"适用类型", "仅当", "必须填写", "缺了只提醒", remark},
		write: func(p *Pack) (rows [][]string) {
			for _, q := range p.Required {
				when := q.When
				if field, value, ok := strings.Cut(q.When, "="); ok && fieldName(field) != "" {
					when = fieldName(field) + "=" + value
				}
				rows = append(rows, []string{joined(q.Kinds), when, joined(each(q.Fields, fieldName)), joined(each(q.Advised, fieldName))})
			}
			return rows
		},
		read: func(r *reading) {
			when := r.cell("仅当")
			if field, value, ok := strings.Cut(strings.ReplaceAll(when, "＝", "="), "="); ok {
				when = fieldKey(strings.TrimSpace(field)) + "=" + strings.TrimSpace(value)
			}
			r.p.Required = append(r.p.Required, Requirement{
				Kinds: r.list("适用类型"), When: when,
				Fields: each(r.list("必须填写"), fieldKey), Advised: each(r.list("缺了只提醒"), fieldKey),
			})
			r.stands("required", len(r.p.Required))
		},
	},
	{
		name: "标题", heads: []string{"适用类型", "写法", "例子", "不宜出现的字样", remark},
		write: func(p *Pack) (rows [][]string) {
			for _, t := range p.Titles {
				rows = append(rows, []string{joined(t.Kinds), Easy(t.Pattern), t.Example, joined(t.Avoid)})
			}
			return rows
		},
		read: func(r *reading) {
			r.p.Titles = append(r.p.Titles, Title{
				Kinds: r.list("适用类型"), Pattern: pattern(r.cell("写法")), Example: r.cell("例子"), Avoid: r.list("不宜出现的字样"),
			})
			r.stands("title", len(r.p.Titles))
		},
	},
	items("篇幅", lengths),
	items("号码", forms),
	items("期限", deadlines),
	items("登记", register),
	{
		name: "类别", heads: []string{"类别", "二级类别", "关键词", remark},
		write: func(p *Pack) (rows [][]string) {
			for _, c := range p.Categories {
				rows = append(rows, []string{c.Name, joined(c.Parts), joined(c.Words)})
			}
			return rows
		},
		read: func(r *reading) {
			r.p.Categories = append(r.p.Categories, Category{r.cell("类别"), r.list("二级类别"), r.list("关键词")})
			r.stands("category", len(r.p.Categories))
		},
	},
	hints("不宜提出", "exclusion", func(p *Pack) *[]Hint { return &p.Exclusions }),
	hints("议案范围", "scope", func(p *Pack) *[]Hint { return &p.Scope }),
	{
		name: "用语", heads: []string{"不宜写", "应当写", "例外", "适用类型", remark},
		write: func(p *Pack) (rows [][]string) {
			for _, w := range p.Wording {
				rows = append(rows, []string{w.Write, w.Instead, joined(w.Unless), joined(w.Kinds)})
			}
			return rows
		},
		read: func(r *reading) {
			r.p.Wording = append(r.p.Wording, Wording{r.cell("不宜写"), r.cell("应当写"), r.list("例外"), r.list("适用类型")})
			r.stands("wording", len(r.p.Wording))
		},
	},
	{
		name: "承办单位", heads: []string{"单位全称", "简称", "系统", "职责词", remark},
		write: func(p *Pack) (rows [][]string) {
			for _, u := range p.Units {
				rows = append(rows, []string{u.Name, joined(u.Short), u.System, joined(u.Duties)})
			}
			return rows
		},
		read: func(r *reading) {
			r.p.Units = append(r.p.Units, Unit{r.cell("单位全称"), r.list("简称"), r.cell("系统"), r.list("职责词")})
			r.stands("unit", len(r.p.Units))
		},
		picks: func(p *Pack) map[int][]string { return map[int][]string{2: p.Register.Systems} },
	},
	{
		name: "表单用字", heads: []string{"原来的字", "改为", remark},
		write: func(p *Pack) (rows [][]string) {
			for _, l := range p.Labels {
				rows = append(rows, []string{l.Printed, l.Instead})
			}
			return rows
		},
		read: func(r *reading) {
			if r.cell("改为") == "" {
				return // the template lists the words; most stay as they are
			}
			r.p.Labels = append(r.p.Labels, Label{r.cell("原来的字"), r.cell("改为")})
			r.stands("label", len(r.p.Labels))
		},
	},
}

func each(words []string, f func(string) string) []string {
	var all []string
	for _, w := range words {
		if named := f(w); named != "" {
			w = named
		}
		all = append(all, w)
	}
	return all
}

// hints is a sheet of matters with the words that betray them. A matter of the
// staff's own needs no 代号.
func hints(name, table string, of func(*Pack) *[]Hint) *page {
	return &page{
		name: name, heads: []string{"代号", "情形", "提示字样", remark},
		write: func(p *Pack) (rows [][]string) {
			for _, h := range *of(p) {
				rows = append(rows, []string{h.ID, h.Name, joined(h.Words)})
			}
			return rows
		},
		read: func(r *reading) {
			h := Hint{r.cell("代号"), r.cell("情形"), r.list("提示字样")}
			if h.ID == "" && h.Name != "" {
				h.ID = fmt.Sprintf("own-%d", r.line)
			}
			*of(r.p) = append(*of(r.p), h)
			r.stands(table, len(*of(r.p)))
		},
	}
}
