package annotate

import (
	"bytes"
	"fmt"
	"strings"
	"time"
	"unicode"
)

// WriteFile returns p as the text of a FILE.toml. The same proposal always
// gives the same bytes, and ReadFile followed by Bind gives p again, less its
// state and times.
func WriteFile(p Proposal) []byte {
	w := &fileWriter{}
	w.text("id", string(p.ID), "")
	w.line("revision = %d", max(1, p.Revision))
	w.text("kind", string(p.Form), "建议 批评 意见 议案 修改意见")
	w.text("title", p.Title, "")
	w.text("session", p.Session, "")
	w.text("when", p.When, "大会期间 闭会期间")
	w.text("category", p.Category, "")
	w.text("motion_type", p.MotionType, "议案: 立法 监督 重大事项决定 人事 其他")
	w.line("as_delegation = %t  # 以代表团名义提出", p.AsDelegation)
	w.text("host", p.Host, "主办")
	w.texts("cohosts", p.Cohosts, "会办")
	w.text("open", p.Open, "同意全文公开 仅同意公开标题 不同意公开")
	w.text("open_reason", p.OpenReason, "")
	w.line("confidential = %t  # 要求为代表本人保密", p.Confidential)
	w.texts("formed", p.Formed, "专题调研 视察 座谈 走访等其他形式 未调研")
	w.text("repeated", p.Repeated, "否 两年 三年 三年以上")
	w.text("earlier_number", p.EarlierNumber, "")
	w.texts("contact", p.Contact, "面商 座谈 电话 书面 视察调研")
	w.text("reply", p.Reply, "需要 / 供工作研究参考，不需要书面答复")
	w.line("cosign = %t  # 可否联名", p.Cosign)
	w.texts("attachments", p.Attachments, "")
	if _, err := time.Parse(time.DateOnly, p.Date); err == nil {
		w.line("date = %s", p.Date)
	} else {
		w.text("date", p.Date, "2024-02-22")
	}
	w.text("hour", p.Hour, `议案: "09:30"`)

	w.table("[deputy]")
	w.text("name", p.Deputy.Name, "")
	w.text("number", p.Deputy.Number, "代表证号")
	w.text("delegation", p.Deputy.Delegation, "")
	w.text("post", p.Deputy.Post, "工作单位及职务")
	w.text("phone", p.Deputy.Phone, "")
	w.text("address", p.Deputy.Address, "")
	w.text("postcode", p.Deputy.Postcode, "")
	for _, c := range p.Cosigners {
		w.table("[[cosigner]]")
		w.text("name", c.Name, "")
		w.text("number", c.Number, "")
		w.text("delegation", c.Delegation, "")
		w.text("post", c.Post, "")
	}

	names := [3]string{"situation", "analysis", "proposal"}
	if p.Form == Motion {
		names = [3]string{"reason", "basis", "plan"}
	}
	w.table("[body]")
	w.text(names[0], p.Body.Situation, "")
	w.text(names[1], p.Body.Analysis, "")
	w.text(names[2], p.Body.Proposal, "")

	for _, c := range p.Cites {
		w.table("[[cite]]")
		w.text("report", string(c.Anchor.Report), "")
		w.text("edition", string(c.Anchor.Edition), "")
		w.text("quote", c.Anchor.Quote, "")
		w.text("target", string(c.Target), "")
		w.text("ask", string(c.Ask), "提高 降低 明确 补充 提前 保障 报告进展 其他")
		w.line("page = %d", c.Page)
		w.line("line = %d", c.Line)
	}
	for _, a := range p.Amends {
		w.table("[[amendment]]")
		if len(p.Cites) == 0 || p.Cites[0].Anchor.Report != a.Anchor.Report {
			w.text("report", string(a.Anchor.Report), "")
		}
		w.text("quote", a.Anchor.Quote, "")
		w.text("op", string(a.Op), "增 删 改")
		w.text("to", a.To, "")
		w.text("reason", a.Reason, "")
		w.line("page = %d", a.Page)
		w.line("line = %d", a.Line)
	}
	return w.Bytes()
}

// A fileWriter builds TOML line by line; a library would lose the comments.
type fileWriter struct{ bytes.Buffer }

func (w *fileWriter) line(format string, args ...any) {
	_, _ = fmt.Fprintf(w, format+"\n", args...)
}

func (w *fileWriter) table(head string) { w.line("\n%s", head) }

func (w *fileWriter) text(key, value, comment string) {
	w.pair(key, quoted(value), comment)
}

func (w *fileWriter) texts(key string, values []string, comment string) {
	all := make([]string, len(values))
	for i, v := range values {
		all[i] = quoted(v)
	}
	w.pair(key, "["+strings.Join(all, ", ")+"]", comment)
}

func (w *fileWriter) pair(key, value, comment string) {
	if comment != "" {
		comment = "  # " + comment
	}
	w.line("%s = %s%s", key, value, comment)
}

// quoted returns s as a TOML string: on one line, or for text of several lines
// between triple quotes, one line of text to a line of the file.
func quoted(s string) string {
	long := strings.Contains(s, "\n")
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\n' && long:
			b.WriteByte('\n')
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\t':
			b.WriteString(`\t`)
		case r > 0xFFFF && !unicode.IsPrint(r):
			fmt.Fprintf(&b, `\U%08X`, r)
		case !unicode.IsPrint(r) && r != '\u3000':
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	if long {
		return "\"\"\"\n" + b.String() + "\"\"\""
	}
	return `"` + b.String() + `"`
}
