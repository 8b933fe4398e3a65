package annotate

import "deputydesk/seeds/report"

// shelf is a made-up report of a few paragraphs.
func shelf() *report.Report {
	r := &report.Report{
		ID:      "test-2024",
		Title:   "政府工作报告",
		Year:    2024,
		Edition: report.EditionOf("test"),
		Sections: []report.Section{
			{Path: "二", Heading: "二、2024年主要目标", Paragraphs: []report.Paragraph{
				{ID: "test-2024/二/1", Section: "二", Text: "生产总值增长7%左右，城镇新增就业3万人以上。粮食产量稳定在36亿斤。"},
			}},
			{Path: "三/(四)", Heading: "(四) 提升城市品质", Paragraphs: []report.Paragraph{
				{ID: "test-2024/三.(四)/1", Section: "三/(四)", Text: "提升服务品质。科学规划道路停车位3000个，新建公共充电桩580个，新增公交线路2条。"},
				{ID: "test-2024/三.(四)/2", Section: "三/(四)", Text: "打好“组合拳”，坚决守牢 安全 底线。打好“组合拳”，补齐短板。"},
			}},
		},
	}
	return r
}

func onlyShelf(id report.ID) *report.Report {
	if id == "test-2024" || id == "" {
		return shelf()
	}
	return nil
}

// full is a proposal with every field filled in.
func full() Proposal {
	return Proposal{
		ID:            "0f8fad5b-d9cb-469f-a165-70867728950e",
		Revision:      3,
		Form:          Suggestion,
		Title:         "关于加快公共充电桩建设的建议",
		Session:       "测试市第八届人民代表大会第三次会议",
		When:          "大会期间",
		Category:      "环境与城乡建设",
		Host:          "市发展和改革委员会",
		Cohosts:       []string{"市住房和城乡建设局", "市城市管理局"},
		Open:          "仅同意公开标题",
		OpenReason:    "涉及\t商户",
		Confidential:  true,
		Formed:        []string{"专题调研", "座谈"},
		Repeated:      "两年",
		EarlierNumber: "第012号",
		Contact:       []string{"面商"},
		Reply:         "需要",
		Cosign:        true,
		Attachments:   []string{"照片.jpg"},
		Date:          "2024-02-22",
		Deputy:        Deputy{"测试代表甲", "0001", "甲县代表团", "测试公司 \"经理\"", "13800000000", `甲路\1号`, "462000"},
		Cosigners:     []Deputy{{Name: "测试代表乙", Number: "0002", Delegation: "乙县代表团", Post: "教师"}},
		Body:          Body{"第一段。\n第二段。\n", "只有一段", "一、建\"桩\"；\n　　二、管桩。"},
		Cites: []Citation{{
			Anchor: Anchor{Report: "test-2024", Quote: "新建公共充电桩580个"},
			Target: "t1", Ask: "明确", Page: 12, Line: 3,
		}},
		Amends: []Amendment{{
			Anchor: Anchor{Report: "test-2024", Quote: "粮食产量稳定在36亿斤"},
			Op:     Replace, To: "粮食产量稳定在37亿斤", Reason: "去年已达到", Page: 2, Line: 9,
		}},
		State: Drafting,
	}
}
