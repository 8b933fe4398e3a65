package export

import "slices"

// FormWords are the words of the form that a place may word otherwise: the
// labels, the choices and the headings. Sheet asks for them one by one.
func FormWords() []string {
	all := []string{
		wordTitle, wordKind, wordMotionType, wordCategory, wordWhen, wordLeader, wordNo, wordDelegation, wordPhone, wordPost,
		wordAddress, wordPostcode, wordOpen, wordSecret, wordFormed, wordRepeated, wordContact, wordCloser, wordReply, wordCosign,
		wordAttached, wordCosigned, wordBy, wordAsBody, wordJointly, wordFormMotion, wordFormAmend,
		wordOpinion, wordStaff, wordReceived, wordReview, wordChoices, wordMotion, wordTaken, wordAsHost, wordAsCohost, wordHandler, wordChecked,
		wordNotice, wordBasis, wordSign, wordSignFor, wordSigners, wordSerial, wordName, wordOwnHand, wordRead, wordOp, wordWas, wordBecomes, wordWhy,
	}
	for _, list := range [][]string{partsOfProposal[:], partsOfMotion[:], whenChoices, openChoices, formedChoices, repeatedChoices, contactChoices, replyChoices, motionChoices} {
		for _, w := range list {
			if !slices.Contains(all, w) {
				all = append(all, w)
			}
		}
	}
	return all
}
