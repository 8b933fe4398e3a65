package target

import (
	"regexp"
	"strings"
)

// checks are the acts by which somebody else says yes: 验收, 认定.
var checks = []string{"验收", "认定", "复审", "复核", "复评", "复查", "评审", "评定", "审批", "审查", "核准", "认证", "鉴定", "考核验收", "评估", "评估验收"}

// judges are the words by which a check is known to be somebody else's.
var judges = []string{"国家", "国务院", "国际", "全国", "部级", "省", "教育部", "工信部", "住建部", "生态环境部", "文旅部", "财政部", "三级", "二级", "三甲", "二甲", "等级", "星级"}

// granted is what a higher body has said yes to: 可研获国家批复.
var granted = regexp.MustCompile(`^(.{3,}?)获得?(?:国家|国务院|省|市|部)[^，的]{0,12}(?:批复|批准|核准|认定|命名|授牌)$`)

// awarded are the words without which licensed, listedBy and raised fit nothing.
var awarded = []string{"得", "获", "到", "入", "为"}

// licensed is what gets a paper that somebody else gives: 检测中心取得资质认证.
var licensed = regexp.MustCompile(`^(.{3,}?)(?:成功)?(?:取得|获得|拿到|获)[^，的]{0,12}(?:资质|资格|认证|许可|许可证|批文|批复|证书|牌照)$`)

// listedBy is what a higher body puts on its list: 基地入选省级示范名单.
var listedBy = regexp.MustCompile(`^(.{3,}?)(?:成功)?(?:入选|列入|纳入|获评|被评为|被命名为)(?:国家|国务院|中央|全国|全省|省)[^，的]{0,16}(?:名单|名录|目录|案例|试点|规划|计划|项目库|盘子|基地|序列|称号|单位|城市|百强|十强|[县区市镇村])$`)

// raised is what a higher body puts in a higher class: 高新区升级为国家级.
var raised = regexp.MustCompile(`^(.{3,}?)(?:成功)?(?:升级为|升格为|晋升为|更名为)(?:国家|全国|省|本科|大学|学院|市)[^，的]{0,14}$`)

// above is a value that is to lie on one side of another that is published.
var above = regexp.MustCompile(`^(.{3,}?)(?:均|都|要)?(?:高于|快于|优于|低于)(?:全国|全省|全市|全区|全县|经济|GDP|地区生产总值|物价)[^，的]{0,18}?(?:平均|平均水平|平均增速|平均增幅|增速|增长|涨幅)$`)

// readAbove reads 增速高于全省平均水平: measured against a number that others
// publish.
func readAbove(_ *clause, core string) []string {
	if !strings.Contains(core, "于") {
		return nil
	}
	if m := above.FindStringSubmatch(core); m != nil {
		return []string{trimAdverbs(m[1])}
	}
	return nil
}

// zero is what nothing is to be left of: 工地实现“零事故”.
var zero = regexp.MustCompile(`^(.{3,}?)实现“?零[^，的“”]{1,6}”?$`)

// readZero reads 校园食堂实现“零投诉”.
func readZero(_ *clause, core string) []string {
	if m := zero.FindStringSubmatch(core); m != nil && !strings.Contains(m[1], "的") {
		return []string{trimAdverbs(m[1])}
	}
	return nil
}

// whole is a thing to all of which something is to be done at the end.
var whole = regexp.MustCompile(`^(.{4,}?)全部((?:退出|纳入|移交|更换|拆除|搬迁|搬离|入园|退城|关闭|关停|改造|治理|修复|销号|安置|返还|兑付|接入|联网|通车|到位|清退)[^，的和与]{0,8})$`)

// readWhole reads 老旧管道全部更换.
func readWhole(_ *clause, core string) []string {
	if !strings.Contains(core, "全部") {
		return nil
	}
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
	for _, form := range []*regexp.Regexp{licensed, listedBy, raised} {
		if !containsAny(core, awarded) {
			break
		}
		if m := form.FindStringSubmatch(core); m != nil && !containsAny(m[1], kinds) {
			return []string{trimAdverbs(m[1])}
		}
	}
	if strings.Contains(core, "获") && !ok {
		if m := granted.FindStringSubmatch(core); m != nil {
			return []string{trimAdverbs(m[1])}
		}
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
var stages = []string{"装修", "布展", "装饰", "布设", "铺轨", "架设", "安装", "调试", "改造", "搬迁", "整治", "封顶", "验收", "征迁", "审批", "报批", "前期工作", "前期手续", "建设", "改制", "竣工", "清淤", "绿化", "施工", "招标", "选址", "编制", "工程", "迁建", "扩建", "新建", "改建", "重建", "修复", "治理", "更新",
	"审查", "评审", "设计", "征收", "拆迁", "迁移", "勘察", "论证", "立项", "备案", "浇筑", "架梁", "吊装", "截流", "联调", "试飞", "试车"}

// entered is a work that comes to a stage of its making: 场馆进入设备安装阶段.
var entered = regexp.MustCompile(`^(.{3,}?)(?:全面)?进入([^，的新]{2,10})阶段$`)

// readStage reads 科技馆完成内部装修, 医院启动搬迁: a work that is brought
// through a stage of its making, or to it.
func readStage(_ *clause, core string) []string {
	if strings.HasSuffix(core, "阶段") {
		if m := entered.FindStringSubmatch(core); m != nil && isPart(m[1]) && endsAny(m[2], stages) {
			return each(m[1], true)
		}
	}
	name, stage, ok := strings.Cut(core, "完成")
	if !ok {
		name, stage, ok = strings.Cut(core, "启动")
	}
	stage = strings.TrimSuffix(strings.TrimSuffix(stage, "并开放"), "并投用")
	if !ok || !endsAny(stage, stages) || strings.Contains(stage, "的") {
		return nil
	}
	if name = strings.Trim(trimAdverbs(name), " "); !isPart(name) {
		return nil
	}
	return each(name, true)
}

func containsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
