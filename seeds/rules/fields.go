package rules

// fields are the fields of a proposal that a pack may require, by their keys in
// FILE.toml and by the names staff know them by.
var fields = [][2]string{
	{"kind", "类型"}, {"title", "标题"}, {"session", "届次会议"}, {"when", "提出时段"}, {"category", "类别"},
	{"motion_type", "议案类别"}, {"host", "主办单位"}, {"cohosts", "会办单位"}, {"open", "公开意见"}, {"open_reason", "不公开的理由"},
	{"formed", "形成方式"}, {"repeated", "多年多次提出"}, {"earlier_number", "以往编号"}, {"contact", "沟通方式"},
	{"reply", "是否需要书面答复"}, {"date", "提出日期"}, {"hour", "提出时间"},
	{"deputy.name", "代表姓名"}, {"deputy.number", "代表证号"}, {"deputy.delegation", "代表团"}, {"deputy.post", "工作单位及职务"},
	{"deputy.phone", "联系电话"}, {"deputy.address", "通讯地址"}, {"deputy.postcode", "邮政编码"},
	{"cites", "报告依据"}, {"amendments", "修改意见"},
}

// fieldName is what staff call the field with that key, "" if there is none.
func fieldName(key string) string {
	for _, f := range fields {
		if f[0] == key {
			return f[1]
		}
	}
	return ""
}

// fieldKey is the key of the field that staff call name; name itself if there
// is none, so that a fault can show it.
func fieldKey(name string) string {
	for _, f := range fields {
		if f[1] == name {
			return f[0]
		}
	}
	return name
}
