package target

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// checks are the acts by which somebody else says yes: 验收, 认定.
var checks = []string{"验收", "认定", "复审", "复核", "复评", "复查", "评审", "评定", "审批", "审查", "核准", "认证", "鉴定", "考核验收"}

// judges are the words by which a check is known to be somebody else's.
var judges = []string{"国家", "国务院", "国际", "全国", "部级", "省", "教育部", "工信部", "住建部", "生态环境部", "文旅部", "财政部"}

// granted is what a higher body has said yes to: 可研获国家批复.
var granted = regexp.MustCompile(`^(.{3,}?)获得?(?:国家|国务院|省|市|部)[^，的]{0,12}(?:批复|批准|核准|认定|命名|授牌)$`)

// above is a value that is to lie on one side of another that is published.
var above = regexp.MustCompile(`^(.{3,}?)(?:均|都|要)?(?:高于|快于|优于|低于)(?:全国|全省|全市|全区|全县|经济|GDP|地区生产总值|物价)[^，的]{0,18}?(?:平均|平均水平|平均增速|平均增幅|增速|增长|涨幅)$`)

// readAbove reads 增速高于全省平均水平: measured against a number that others
// publish.
func readAbove(_ *clause, core string) []string {
	if m := above.FindStringSubmatch(core); m != nil {
		return []string{trimAdverbs(m[1])}
	}
	return nil
}

// whole is a thing to all of which something is to be done at the end.
var whole = regexp.MustCompile(`^(.{4,}?)全部((?:退出|纳入|移交|更换|拆除|搬迁|搬离|入园|退城|关闭|关停|改造|治理|修复|销号|安置|返还|兑付|接入|联网|通车|到位|清退)[^，的和与]{0,8})$`)

// readWhole reads 老旧管道全部更换.
func readWhole(_ *clause, core string) []string {
	m := whole.FindStringSubmatch(core)
	if m == nil || strings.HasPrefix(core, "把") || strings.HasPrefix(core, "将") {
		return nil
	}
	return []string{trimAdverbs(m[1])}
}

// readAward reads 园区通过省级认定: what passes a check that is not one's own.
// 通过审查合同 is a means, and so is 通过评审 without a judge.
func readAward(_ *clause, core string) []string {
	name, check, ok := strings.Cut(core, "通过")
	if m := granted.FindStringSubmatch(core); m != nil && !ok {
		return []string{trimAdverbs(m[1])}
	}
	if !ok || !endsAny(check, checks) || !containsAny(check, judges) {
		return nil
	}
	if name = strings.Trim(trimAdverbs(name), " "); name == "" {
		name = check
	}
	return []string{name}
}

// stages are what a work is brought through; 任务 and 目标 are not.
var stages = []string{"装修", "布展", "装饰", "布设", "铺轨", "架设", "安装", "调试", "改造", "搬迁", "整治", "封顶", "验收", "征迁", "审批", "报批", "前期工作", "前期手续", "建设", "改制", "竣工", "清淤", "绿化", "施工", "招标", "选址", "编制", "工程"}

// readStage reads 科技馆完成内部装修: a work that is brought through a stage
// of its making.
func readStage(_ *clause, core string) []string {
	name, stage, ok := strings.Cut(core, "完成")
	stage = strings.TrimSuffix(strings.TrimSuffix(stage, "并开放"), "并投用")
	if !ok || !endsAny(stage, stages) || strings.Contains(stage, "的") {
		return nil
	}
	if name = strings.Trim(trimAdverbs(name), " "); !isWork(name) {
		return nil
	}
	return each(name, true)
}

// works end the names of what is built.
var works = []string{"项目", "工程", "产业园", "基地", "高速", "铁路", "公路", "大桥", "隧道", "机场", "医院", "学校", "水库", "电站", "中心",
	"园区", "院区", "校区", "公园", "学院", "中学", "小学", "幼儿园", "图书馆", "博物馆", "科技馆", "文化馆", "美术馆", "体育馆", "纪念馆",
	"航道", "港区", "码头", "水厂", "电厂", "处理厂", "发电厂", "车站", "枢纽", "专用线", "一期", "二期", "三期", "大厦", "广场", "剧院", "管网", "高架", "机组", "线路", "号线", "保税区", "经济区"}

// kinds stand before the name of a work that is no single one: 重点项目.
var kinds = []string{"一批", "重大", "重点", "更多", "优质", "各类", "签约", "招引", "系列", "若干", "大项目", "好项目"}

// isWork reports whether name is that of a work, or of several by their names.
func isWork(name string) bool {
	return utf8.RuneCountInString(name) >= 3 && endsAny(name, works) && !containsAny(name, kinds) && !strings.Contains(name, "的")
}

func containsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
