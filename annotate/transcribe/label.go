package transcribe

import (
	"regexp"
	"strings"
	"unicode"
)

// Labels of fields that are no fields of a proposal.
const (
	bodyLabel   = "body"   // the whole text: 正文
	unitLabel   = "unit"   // 工作单位, without 职务
	dutyLabel   = "duty"   // 职务, without 单位
	groupLabel  = "group"  // a heading over other labels: 代表信息
	staffLabel  = "staff"  // filled in by the staff: not the deputy's
	serialLabel = "serial" // 序号
	formLabel   = "formal" // 提出方式: alone, jointly, as a delegation
	firstLabel  = "first"  // 是否首次提出
	researched  = "researched"
	signLine    = "sign" // where the pen writes; sometimes a name was typed there
)

// labels are the words people put before a field, without blanks and marks.
var labels = map[string]string{}

func init() {
	for field, words := range map[string]string{
		"title":     "标题 建议标题 建议名称 建议题目 题目 案题 案名 议案标题 议案名称 议案题目 题名 建议案题 建议事项 主题 建议主题 名称 批评标题 意见标题 建议件标题 案由",
		"kind":      "类型 建议类型 形式 性质 件别 案别 文种",
		"session":   "届次 届次会议 会议届次 会议 会议名称 所属会议 届次及会议",
		"when":      "会议期间 提出时段 是否会上 提出期间 会上闭会 大会闭会",
		"category":  "类别 建议类别 建议分类 分类 内容分类 审查分类 所属类别 归类 建议内容分类 内容类别 议题类别 专业分类",
		"date":      "提出日期 提出时间 提交时间 提交日期 日期 时间 填表日期 填写日期 填报日期 建议日期 提出年月日 年月日 填表时间",
		formLabel:   "提出方式 提出形式 提出主体",
		firstLabel:  "是否首次提出 是否第一次提出",
		researched:  "是否经过调研 是否调研 是否开展调研",
		bodyLabel:   "建议内容 内容 正文 建议正文 主要内容 具体内容 建议的具体内容 建议全文 情况及建议 内容及建议 建议具体内容 议案内容 事实与建议 情况与建议 问题及建议 建议详细内容 详细内容",
		groupLabel:  "代表信息 建议信息 相关情况 基本信息 领衔代表信息 代表基本情况 代表基本信息 提出人信息 建议人信息 有关情况 办理要求 提案者",
		staffLabel:  "编号 建议编号 议案编号 案号 收到时间 收件时间 经办人 审查意见 审核人 审核 代表团意见 处理意见 交办意见 大会秘书处意见 领导批示 备注 登记日期 登记时间 登记人 立案 亲笔签名 盖章 承办意见 办理结果 交办时间 收文编号 审查人 议案组意见 秘书处意见 办理期限 拟办意见 校验 界别 性别 民族 出生年月 学历 政治面貌 电子邮箱 邮箱 E-mail EMAIL 传真",
		serialLabel: "序号 号",

		"deputy.name":       "代表姓名 姓名 领衔代表 领衔代表姓名 领衔人 领衔人姓名 提出人 提出人姓名 建议人 建议人姓名 代表 提出代表 代表名 第一提出人 首提代表 牵头代表 反映人 代表团团长 团长 领衔 建议代表 提议人 提案人 人大代表 代表人 建议者 提出者",
		"deputy.number":     "代表证号 证号 代表证编号 代表证号码 证件号码 证件号 代表号 代表编号 出席证号 代表证 代表证件号 代表证件号码",
		"deputy.delegation": "代表团 所在代表团 所属代表团 代表团名称 代表团别 团别 代表小组/代表团 所在团 代表团(组) 所属团 代表团组 所在代表团(组) 代表小组",
		"deputy.post":       "工作单位及职务 单位职务 单位及职务 工作单位职务 所在单位及职务 工作单位及职称 职业职务 单位和职务 工作单位和职务 单位、职务 所在单位职务 工作单位与职务 单位/职务",
		unitLabel:           "工作单位 单位 所在单位 单位名称",
		dutyLabel:           "职务 职称 职务职称 职务/职称 职业",
		"deputy.phone":      "联系电话 电话 手机 手机号 手机号码 联系方式 办公电话 联系人电话 移动电话 代表电话 电话号码 联系手机 联络电话 联系电话手机 代表联系电话",
		"deputy.address":    "通讯地址 通信地址 联系地址 地址 邮寄地址 家庭住址 住址 单位地址",
		"deputy.postcode":   "邮政编码 邮编 邮政编号 邮码",

		"cosigner":       "附议人 联名代表 附议代表 联名人 附议代表姓名 联名代表姓名 联名代表签名 联名 附议 附议人姓名 联署人 共同提出人 联名提出人 联名代表名单 附议代表名单 建议附议人 其他联名代表 联名附议代表",
		"host":           "主办单位 主办 建议主办单位 承办单位 建议承办单位 希望承办单位 建议办理单位 拟办单位 建议单位 办理单位 意向主办单位 建议交办单位 拟承办单位 希望办理单位 希望主办单位 建议承办部门 承办部门 主办部门 责任单位",
		"cohosts":        "会办单位 协办单位 会办 协办 分办单位 建议会办单位 建议协办单位 意向会办单位 希望会办单位 协办部门 会办部门",
		"open":           "代表对公开此建议有关情况的意见 是否公开 是否同意公开 公开意见 是否同意对外公开 可否公开 能否公开 公开情况 对外公开 公开方式 是否同意公开发布 是否同意全文公开",
		"open_reason":    "不公开理由 不同意公开理由 不公开原因 不公开的理由",
		"formed":         "形成方式 建议形成方式 调研方式 调研情况 调研形式 形成过程 调查研究方式 此建议由代表通过调查研究形成 本建议形成方式",
		"repeated":       "多年提出 多年多次提出 是否多年多次提出 多次提出情况 属于多年多次提出,尚未解决的事项 以往提出情况 属于多年多次提出尚未解决的事项",
		"contact":        "沟通方式 希望的沟通方式 联系沟通 沟通形式 办理沟通方式 希望沟通方式 面商方式",
		"reply":          "是否需要书面答复 书面答复 答复方式 办理答复 答复要求 是否书面答复",
		"cosign":         "可否联名 可否联名提出 可否附议 是否可以联名 能否附议 是否同意联名",
		"earlier_number": "原编号 以往编号 原建议编号 上次编号",
		"attachments":    "附件 附件材料 附件名称",
		"motion_type":    "议案类别 议案类型 议案性质",
		"hour":           "提出时刻 提出钟点",

		"body.situation": "情况 基本情况 现状 背景 情况说明 事由 现状及背景 基本现状 情况反映 背景情况 工作现状 有关情况说明 现实情况",
		"body.analysis":  "分析 问题 存在问题 存在的问题 主要问题 原因 原因分析 问题分析 理由 案据 依据 存在的主要问题 问题及原因 问题与原因 存在问题及原因 问题和原因 存在的问题及原因 情况分析 问题原因 原因及分析 建议理由 提出理由 存在的困难和问题",
		"body.proposal":  "建议 具体建议 意见建议 对策 对策建议 建议意见 几点建议 办法 解决办法 方案 措施 建议措施 具体措施 工作建议 意见和建议 建议和意见 具体意见 对策与建议 对策和建议 意见及建议 解决建议 改进建议 解决措施 工作措施 有关建议 相关建议 建议方案 解决方案 对策措施 建议如下 提出建议",
	} {
		for word := range strings.FieldsSeq(words) {
			labels[fold(word)] = field
		}
	}
}

// families are labels told by a word in them, the first that fits.
var families = []struct {
	field string
	words *regexp.Regexp
}{
	{staffLabel, regexp.MustCompile(`^(承办|办理|交办|主办|会办|审查|交办)(单位|部门|机关)?的?(意见|情况|结果|答复)$|代表(对|意见).{0,8}(意见|满意|评价)|满意(度|程度)`)},
	{bodyLabel, regexp.MustCompile(`^(建议|议案|的|具体|主要)*(内容|事实|情况|案由|事由|理由|问题|依据|原因)(、|及|和|与|以及).{0,6}(理由|建议|办法|对策|措施|方案|要求|意见)$`)},
	{"open_reason", regexp.MustCompile(`不(同意)?公开.*(理由|原因)`)},
	{"open", regexp.MustCompile(`公开`)},
	{"reply", regexp.MustCompile(`答复`)},
	{"cosign", regexp.MustCompile(`(可否|能否|是否|愿否).*(联名|附议)`)},
	{"cosigner", regexp.MustCompile(`联名|附议|联署`)},
	{"repeated", regexp.MustCompile(`多年|多次|连续.*提出`)},
	{firstLabel, regexp.MustCompile(`首次|第一次`)},
	{"formed", regexp.MustCompile(`形成.*(方式|过程)|通过.*形成|调研.*方式`)},
	{"contact", regexp.MustCompile(`沟通`)},
	{"deputy.postcode", regexp.MustCompile(`邮编|邮政编`)},
	{"deputy.phone", regexp.MustCompile(`电话|手机|联系方式`)},
	{"deputy.address", regexp.MustCompile(`(通讯|通信|联系|邮寄).*(地址|处)|住址`)},
	{"deputy.number", regexp.MustCompile(`(代表证|证件|出席证).*号|代表.*编号`)},
	{"deputy.delegation", regexp.MustCompile(`(所在|所属|出席|参加|隶属)的?.{0,4}代表团$|代表团(名称|组别|名)$`)},
	{"deputy.post", regexp.MustCompile(`单位.*(职务|职称)`)},
	{"cohosts", regexp.MustCompile(`(会办|协办|分办).*(单位|部门)`)},
	{"host", regexp.MustCompile(`(主办|承办|办理|交办).*(单位|部门)`)},
	{"category", regexp.MustCompile(`(类别|分类)$`)},
	{"date", regexp.MustCompile(`(提出|提交|填表|填写|撰写).*(日期|时间)`)},
	{"title", regexp.MustCompile(`(标题|题目|案题)$`)},
	{"deputy.name", regexp.MustCompile(`(代表|领衔|提出|建议).*(姓名|名字)$|领衔人|建议者|^(提案|提议|建议|提出|领衔|牵头|反映)(的|者|人|代表)*$`)},
	{"body.situation", regexp.MustCompile(`^(一、)?.*(基本情况|现状|背景)$`)},
	{"body.analysis", regexp.MustCompile(`(存在.*问题|问题.*原因|原因.*分析)$`)},
	{"body.proposal", regexp.MustCompile(`(具体|对策|意见|工作|解决|改进).*(建议|措施|办法)$`)},
	{bodyLabel, regexp.MustCompile(`(内容|正文)$`)},
	{staffLabel, regexp.MustCompile(`(秘书处|委员会|办公室|议案组|领导|主席团|工委).*(意见|决定|批示)|^编号|受理|签收`)},
}

// fold makes labels alike: width, blanks, marks around and between.
func fold(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case unicode.IsSpace(r), strings.ContainsRune("_＿*※:：·【】[]〔〕\u200b\ufeff", r):
			continue
		case r >= '！' && r <= '～':
			r -= '！' - '!'
		}
		b.WriteRune(r)
	}
	return b.String()
}

// ordinal is how items are counted, in folded text.
var ordinal = regexp.MustCompile(`^(?:第?[一二三四五六七八九十]{1,3}[、.,，]|[(][一二三四五六七八九十0-9]{1,3}[)]、?|[0-9]{1,2}[.、]|[①②③④⑤⑥⑦⑧⑨⑩])`)

// aside is a note behind a label: 姓名（必填）.
var aside = regexp.MustCompile(`[（(][^（()）]*[）)]$`)

// labelOf says which field text is the label of; exact reports that it is in the
// list and not only like one.
func labelOf(text string) (field string, exact bool) {
	word := fold(text)
	if n := len([]rune(word)); n == 0 || n > 24 || valued.MatchString(text) {
		return "", false
	}
	for range 3 {
		if f, ok := labels[word]; ok {
			return f, true
		}
		if signs.MatchString(word) {
			return signLine, true
		}
		next := word
		if next = ordinal.ReplaceAllString(word, ""); next == "" {
			next = word
		}
		if next == word {
			next = aside.ReplaceAllString(word, "")
		}
		if next == word || next == "" {
			break
		}
		word = next
	}
	if len([]rune(word)) > 16 || strings.ContainsAny(word, "。；!?") || hasBox(text) {
		return "", false
	}
	for _, f := range families {
		if f.words.MatchString(word) {
			return f.field, false
		}
	}
	return "", false
}

// signs are the labels of a line for the pen.
var signs = regexp.MustCompile(`^(领衔|提出|建议)?(代表|人)?(代表团团长)?[(（]?(签名|签字|签章)[)）]?$`)

// valued is text in which something stands behind a colon.
var valued = regexp.MustCompile(`[:：]\s*[^\s_＿]`)

// isBody reports whether a label stands before text in sentences.
func isBody(field string) bool { return field == bodyLabel || strings.HasPrefix(field, "body.") }
