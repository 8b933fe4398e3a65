package staff

import (
	"fmt"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
)

// plentyMatters are what made-up proposals are about: the words of a title around
// the name of a place, what is said of it, the unit that is wished for, and the
// category. Places and names are plainly made up.
var plentyMatters = [][4]string{
	{"加快示例市%s路老旧小区改造", "老旧小区管线老化，停车困难，居民反映强烈", "市住房和城乡建设局", "环境与城乡建设"},
	{"在示例市%s乡增设公共充电桩", "新能源汽车增长较快，充电桩布局不足", "市发展和改革委员会", "财政经济"},
	{"改善示例市%s河水环境", "污水直排和河道淤积影响水质", "市生态环境局", "环境与城乡建设"},
	{"扩大示例市%s小学学位", "适龄儿童增加，学位紧张，班额偏大", "市教育局", "教科文卫"},
	{"健全示例市%s社区养老服务站", "老年人口比例上升，居家养老服务不足", "市民政局", "社会建设"},
	{"推进示例市%s镇高标准农田建设", "农田水利设施老化，抗旱排涝能力弱", "市农业农村局", "农业农村"},
	{"完善示例市%s医院急诊服务", "基层医疗设备不足，群众看病不便", "市卫生健康委员会", "教科文卫"},
	{"整治示例市%s街拥堵路口", "早晚高峰交通拥堵，信号灯配时不合理", "市公安局", "监察司法"},
	{"支持示例市%s园区中小企业数字化转型", "制造业企业融资难，技术改造投入不足", "市工业和信息化局", "财政经济"},
	{"加强示例市%s街道新业态劳动者权益保障", "快递、外卖从业人员社会保险覆盖不足", "市人力资源和社会保障局", "社会建设"},
}

// plentyName is the name of a made-up place; ten thousand proposals need a
// thousand.
func plentyName(i int) string {
	return string([]rune("青柳石桃杏榆槐松柏竹")[i%10]) + string([]rune("林山岭坡湾溪泉台营塘")[i/10%10]) + []string{"", "东", "西", "南", "北", "前", "后", "上", "下", "新"}[i/100%10]
}

// plentyPlaces are the delegations of made-up deputies.
var plentyPlaces = []string{"示例甲区代表团", "示例乙区代表团", "示例丙县代表团", "示例丁县代表团", "示例戊市代表团"}

// Plenty are n made-up proposals of made-up deputies, always the same, to measure
// what a full register costs and to look at one.
func Plenty(n int) []annotate.Proposal {
	all := make([]annotate.Proposal, n)
	for i := range all {
		m := plentyMatters[i%len(plentyMatters)]
		p := annotate.New(annotate.ProposalID(fmt.Sprintf("%08x-0000-4000-8000-%012x", uint32(i+1)*2654435761, i)), annotate.Suggestion)
		matter := fmt.Sprintf(m[0], plentyName(i/len(plentyMatters)))
		p.Title = "关于" + matter + "的建议"
		if i%25 == 24 {
			p.Form, p.MotionType = annotate.Motion, "重大事项决定"
			p.Title = "关于" + matter + "的议案"
		}
		p.Session, p.Date = "示例市第九届人民代表大会第一次会议", fmt.Sprintf("2024-02-%02d", 20+i%4)
		p.Deputy = plentyDeputy(i)
		for k := range i % 4 {
			p.Cosigners = append(p.Cosigners, plentyDeputy(i+7*(k+1)))
		}
		if i%3 != 0 {
			p.Host = m[2]
		}
		if i%20 != 11 {
			p.Category = m[3]
		}
		if i%5 == 0 {
			p.Cohosts = []string{"市财政局"}
		}
		p.Formed = []string{[]string{"专题调研", "座谈", "未调研"}[i%3]}
		p.Body.Situation = fmt.Sprintf("近年来，%s。据测试代表走访，%d个村（社区）有同样情况，群众多次提出。", m[1], i%17+3)
		p.Body.Analysis = fmt.Sprintf("主要原因：一是规划滞后；二是资金不足，缺口约%d万元；三是部门职责不清，协调不够。", i%90+10)
		p.Body.Proposal = fmt.Sprintf("一、%s，纳入年度民生实事。\n二、明确牵头部门和完成时限，每季度通报进展。\n三、安排专项资金%d万元，并加强监督。", matter, i%60+20)
		all[i] = p
	}
	return all
}

func plentyDeputy(i int) annotate.Deputy {
	i %= 450
	place := plentyPlaces[i%len(plentyPlaces)]
	return annotate.Deputy{
		Name: "测试" + string([]rune("甲乙丙丁戊己庚辛壬癸")[i%10]) + string([]rune("东南西北中春夏秋冬")[i/10%9]), Number: fmt.Sprintf("%04d", i+1),
		Delegation: place, Post: place[:len(place)-len("代表团")] + "示例单位职工", Phone: fmt.Sprintf("1380000%04d", i),
	}
}

// TakePlenty enters n made-up proposals into the register.
func (o *Office) TakePlenty(n int) error {
	var rows []registry.Row
	for i, p := range Plenty(n) {
		r := registry.Row{Received: registry.Received{File: fmt.Sprintf("示例%d.pdf", i+1), Proposal: p, Digest: fmt.Sprintf("%064x", i)}, Verdict: registry.New, Why: registry.Fresh}
		if i%40 == 7 {
			r.Verdict, r.Why, r.Lacks = registry.Review, registry.Lacking, []string{"deputy.phone"}
		}
		rows = append(rows, r)
	}
	at := o.desk.Decides(o.who)
	_, err := o.desk.Register(func(b *registry.Book) error {
		b.Take("plenty", o.who, rows, at.At)
		return nil
	})
	return err
}
