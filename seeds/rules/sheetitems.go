package rules

// An item is one value of a pack that has a row of its own: what it is called,
// where it is kept, and what staff should know.
type item struct {
	name  string
	spot  spot
	text  func(*Pack) *string // or
	count func(*Pack) *int
	note  string
}

func text(name, table, key, note string, at func(*Pack) *string) item {
	return item{name: name, spot: one(table, key), text: at, note: note}
}

func count(name, table, key, note string, at func(*Pack) *int) item {
	return item{name: name, spot: one(table, key), count: at, note: note}
}

// one is the spot of a key of a table that is no list.
func one(table, key string) spot {
	if table == "" {
		return spot{key: key}
	}
	return spot{table, 1, key}
}

var basics = []item{
	text("规则包名称", "", "name", "必填，例如：某某市人大代表建议规则包", func(p *Pack) *string { return &p.Name }),
	text("标识", "", "id", "字母和数字，可以不填", func(p *Pack) *string { return &p.ID }),
	text("适用地方", "", "place", "不填：不限", func(p *Pack) *string { return &p.Place }),
	text("级别", "", "level", "与“联名人数”表中的级别一致", func(p *Pack) *string { return &p.Level }),
}

var lengths = []item{
	count("标题至多字数", "lengths", "title", "不填或填 0：不提醒", func(p *Pack) *int { return &p.Lengths.Title }),
	count("正文宜在多少字以内", "lengths", "body", "只提醒，不拦阻", func(p *Pack) *int { return &p.Lengths.Body }),
	count("正文至少字数", "lengths", "least", "", func(p *Pack) *int { return &p.Lengths.Least }),
	count("每一部分至少字数", "lengths", "part", "", func(p *Pack) *int { return &p.Lengths.Part }),
	count("具体建议至少占正文百分之几", "lengths", "measures_percent", "0 至 100", func(p *Pack) *int { return &p.Lengths.Measures }),
	count("主办、会办单位合计至多个数", "lengths", "units", "", func(p *Pack) *int { return &p.Lengths.Units }),
	count("附件至多个数", "lengths", "attachments", "", func(p *Pack) *int { return &p.Lengths.Attachments }),
}

var forms = []item{
	text("代表证号", "forms", "number", "正则表达式，一般不用改", func(p *Pack) *string { return &p.Forms.Number }),
	text("手机", "forms", "mobile", "正则表达式，一般不用改", func(p *Pack) *string { return &p.Forms.Mobile }),
	text("固定电话", "forms", "landline", "正则表达式，一般不用改", func(p *Pack) *string { return &p.Forms.Landline }),
	text("邮政编码", "forms", "postcode", "正则表达式，一般不用改", func(p *Pack) *string { return &p.Forms.Postcode }),
	text("时刻", "forms", "hour", "正则表达式，一般不用改", func(p *Pack) *string { return &p.Forms.Hour }),
	text("以往编号", "forms", "earlier", "正则表达式，一般不用改", func(p *Pack) *string { return &p.Forms.Earlier }),
}

var deadlines = []item{
	text("议案截止", "deadlines", "motion", "例如 2024-02-22 12:00；不填：由会议包给出", func(p *Pack) *string { return &p.Deadlines.Motion }),
	text("大会收建议截止", "deadlines", "suggestion", "例如 2024-02-23 11:00；不填：由会议包给出", func(p *Pack) *string { return &p.Deadlines.Suggestion }),
	count("承办单位退回（工作日）", "deadlines", "return_workdays", "", func(p *Pack) *int { return &p.Deadlines.ReturnWorkdays }),
	count("重新交办（工作日）", "deadlines", "reassign_workdays", "", func(p *Pack) *int { return &p.Deadlines.ReassignWorkdays }),
	count("会办意见（月）", "deadlines", "cohost_months", "", func(p *Pack) *int { return &p.Deadlines.CohostMonths }),
	count("答复（月）", "deadlines", "answer_months", "自交办之日起", func(p *Pack) *int { return &p.Deadlines.AnswerMonths }),
	count("情况复杂的答复（月）", "deadlines", "complex_months", "", func(p *Pack) *int { return &p.Deadlines.ComplexMonths }),
	count("代表反馈（工作日）", "deadlines", "feedback_workdays", "", func(p *Pack) *int { return &p.Deadlines.FeedbackWorkdays }),
	count("不满意的重新办理（月）", "deadlines", "redo_months", "", func(p *Pack) *int { return &p.Deadlines.RedoMonths }),
	text("承办单位年度报告", "deadlines", "yearly_report", "月和日，例如 08-31", func(p *Pack) *string { return &p.Deadlines.YearlyReport }),
}

var register = []item{
	text("编号写法", "register", "number", "{n} 处是数字，例如：第{n}号", func(p *Pack) *string { return &p.Register.Number }),
	count("编号至少几位数", "register", "digits", "", func(p *Pack) *int { return &p.Register.Digits }),
}

// items is a sheet with an item a row.
func items(name string, all []item) *page {
	return &page{
		name: name, heads: []string{"项目", "填写", remark},
		write: func(p *Pack) (rows [][]string) {
			for _, i := range all {
				value := ""
				if i.text != nil {
					value = *i.text(p)
				} else {
					value = numeral(*i.count(p))
				}
				rows = append(rows, []string{i.name, value, i.note})
			}
			return rows
		},
		read: func(r *reading) {
			for _, i := range all {
				if i.name != r.cell("项目") {
					continue
				}
				r.mark(i.spot)
				if i.text != nil {
					*i.text(r.p) = r.cell("填写")
				} else {
					*i.count(r.p) = r.number("填写")
				}
				return
			}
			r.bad(name, r.line, "unknown-item", "value", r.cell("项目"))
		},
	}
}

// A column is a list of a pack that stands in a column of its own.
type column struct {
	name string
	at   func(*Pack) *[]string
}

var choices = []column{
	{"代表团", func(p *Pack) *[]string { return &p.Delegations }},
	{"类型", func(p *Pack) *[]string { return &p.Choices.Kind }},
	{"提出时段", func(p *Pack) *[]string { return &p.Choices.When }},
	{"议案类别", func(p *Pack) *[]string { return &p.Choices.MotionType }},
	{"公开意见", func(p *Pack) *[]string { return &p.Choices.Open }},
	{"形成方式", func(p *Pack) *[]string { return &p.Choices.Formed }},
	{"多年多次提出", func(p *Pack) *[]string { return &p.Choices.Repeated }},
	{"沟通方式", func(p *Pack) *[]string { return &p.Choices.Contact }},
	{"书面答复", func(p *Pack) *[]string { return &p.Choices.Reply }},
	{"对目标的要求", func(p *Pack) *[]string { return &p.Choices.Ask }},
	{"修改方式", func(p *Pack) *[]string { return &p.Choices.Op }},
	{"答复分类", func(p *Pack) *[]string { return &p.Register.Answers }},
	{"满意程度", func(p *Pack) *[]string { return &p.Register.Satisfaction }},
	{"单位所属系统", func(p *Pack) *[]string { return &p.Register.Systems }},
	{"议案职权字样", func(p *Pack) *[]string { return &p.Congress.Words }},
	{"标题中的职权字样", func(p *Pack) *[]string { return &p.Congress.Title }},
	{"姓名后的称谓", func(p *Pack) *[]string { return &p.Names.Titles }},
	{"领导职务", func(p *Pack) *[]string { return &p.Names.Leaders }},
	{"领导姓名", func(p *Pack) *[]string { return &p.Names.People }},
	{"固定表述", func(p *Pack) *[]string { return &p.Names.Phrases }},
	{"依据的法规", func(p *Pack) *[]string { return &p.Sources }},
}

// columns is a sheet with a list a column, a word a cell, the default first.
func columns(name string, all []column) *page {
	pg := &page{name: name}
	for _, c := range all {
		pg.heads = append(pg.heads, c.name)
	}
	pg.write = func(p *Pack) [][]string {
		var rows [][]string
		for i, c := range all {
			for j, w := range *c.at(p) {
				if j == len(rows) {
					rows = append(rows, make([]string, len(all)))
				}
				rows[j][i] = w
			}
		}
		return rows
	}
	pg.read = func(r *reading) {
		for _, c := range all {
			if w := r.cell(c.name); w != "" {
				*c.at(r.p) = append(*c.at(r.p), w)
			}
		}
	}
	return pg
}
