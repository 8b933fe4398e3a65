package export

// Words that stand on paper. A place that words its own form differently
// replaces them one by one: see the words argument of Sheet.
const (
	wordForm       = "代表%s" // 代表建议, 代表批评, 代表意见
	wordFormMotion = "代表议案"
	wordFormAmend  = "对政府工作报告的修改意见"

	wordNumber = "编号：第　　　　　号"
	wordCode   = "草稿码 %s　校验 %s"
	wordNotice = "请勿录入涉密内容，标明会后收回的材料请勿导入；涉密建议请用其他方式提交。空缺各项可用笔补填。"

	wordTitle      = "标题"
	wordKind       = "类型"
	wordMotionType = "议案类别"
	wordCategory   = "类别"
	wordWhen       = "提出时间"
	wordLeader     = "领衔代表"
	wordNo         = "代表证号"
	wordDelegation = "代表团"
	wordPhone      = "联系电话"
	wordPost       = "单位职务"
	wordAddress    = "通讯地址"
	wordPostcode   = "邮政编码"
	wordHosts      = "希望\n承办单位"
	wordHost       = "主办：%s"
	wordCohosts    = "会办：%s"
	wordOpen       = "公开意见"
	wordReason     = "理由：%s"
	wordSecret     = "要求为代表本人保密"
	wordFormed     = "形成方式"
	wordRepeated   = "多年提出"
	wordEarlier    = "（原编号：%s）"
	wordContact    = "联系沟通"
	wordCloser     = "希望承办单位在办理过程中加强与代表的联系沟通"
	wordReply      = "书面答复"
	wordCosign     = "可否联名"
	wordAttached   = "附件"
	wordMay        = "可以"
	wordMayNot     = "不可以"
	wordCosigned   = "联名代表"
	wordCount      = "共%d人（含领衔代表），签名见联名（附议）代表签名表"
	wordBy         = "提出方式"
	wordAsBody     = "以代表团名义提出"
	wordJointly    = "代表联名提出"

	wordOpinion  = "代表团意见"
	wordOpinedBy = "经办人（签字）：　　　　　　　　　　　年　　月　　日"
	wordStaff    = "以下由工作人员填写"
	wordReceived = "收到时间"
	wordReview   = "审查意见"
	wordChoices  = "□立案　□并案　□退回　□转来信"
	wordMotion   = "□列入议程　□交专门委员会审议　□转为建议　□退回"
	wordTaken    = "□采纳　□部分采纳　□未采纳　□供起草组参考"
	wordAsHost   = "主办单位"
	wordAsCohost = "会办单位"
	wordHandler  = "经办人"
	wordChecked  = "审核人"

	wordBasis     = "报告依据"
	wordLoose     = "据所附文本（节录），以大会印发文本为准"
	wordPaperPage = "据所附文本（报纸%02d版摘录），以大会印发文本为准"
	wordAsk       = "诉求：%s"
	wordEdition   = "文本版本 %s"
	wordBooklet   = "大会印发本"
	wordPage      = "第%d页"
	wordLine      = "第%d行"

	wordSign    = "领衔代表（签名）："
	wordSignFor = "代表团团长（签名）："

	wordSigners = "联名（附议）代表签名表"
	wordSerial  = "序号"
	wordName    = "姓名"
	wordOwnHand = "亲笔签名"
	wordRead    = "本人已阅读全文，自愿联名（附议）。"

	wordPlaceNo = "第%d处"
	wordOp      = "修改方式"
	wordWas     = "原文"
	wordBecomes = "建议改为"
	wordDiff    = "对照"
	wordWhy     = "理由"
	wordLegend  = "“对照”一栏中，划线穿过的文字为建议删去，加下划线的黑体文字为建议增加。"
)

// PenDate is where a date is written by hand, behind a line for the pen.
const PenDate = "　　　年　　月　　日"

// The parts of the body, in order, by form.
var (
	partsOfProposal = [3]string{"情况", "分析", "建议"}
	partsOfMotion   = [3]string{"案由", "案据", "方案"}
)

// ordinals number the parts.
var ordinals = []string{"一", "二", "三", "四", "五", "六"}

// The choices of the sheet, as they are printed when no rule pack says
// otherwise. A value that is none of them is printed behind them.
var (
	whenChoices     = []string{"大会期间", "闭会期间"}
	openChoices     = []string{"同意全文公开", "仅同意公开标题", "不同意公开"}
	formedChoices   = []string{"专题调研", "视察", "座谈", "走访等其他形式", "未调研"}
	repeatedChoices = []string{"否", "两年", "三年", "三年以上"}
	contactChoices  = []string{"面商", "座谈", "电话", "书面", "视察调研"}
	replyChoices    = []string{"需要", "供工作研究参考，不需要书面答复"}
	opChoices       = []string{"增加", "删除", "修改"}
	motionChoices   = []string{"立法", "监督", "重大事项决定", "人事", "其他"}
)

// Words of the recovery sheet.
const (
	wordCodeOf   = "恢复码"
	wordFolder   = "数据文件夹：%s"
	wordSealedOn = "设定于%d年%d月%d日"
)

var wordRecovery = []string{
	"忘记口令时，在打开程序的窗口里输入上面的恢复码，可以照常打开，然后请马上换一个新口令。",
	"恢复码只显示这一次，程序不保存。口令和恢复码都丢了，谁也打不开这些内容。",
	"换口令时会给出新的恢复码，这一张随之作废。",
	"请打印后锁进柜子，不要拍照，不要和电脑放在一起。",
	"字母里没有 I、L、O、U；写成小写、漏掉横线也认。",
}
