package export

import (
	"slices"
	"strings"
)

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

// choiceKey is the key by which a list of choices is asked for.
func choiceKey(choices []string) string { return strings.Join(choices, "\n") }

// ChoiceKey is the key under which Sheet asks for the choices of a field of
// FILE.toml: when, motion_type, open, formed, repeated, contact, reply; "" for
// another.
func ChoiceKey(field string) string {
	return choiceKey(map[string][]string{
		"when": whenChoices, "motion_type": motionChoices, "open": openChoices, "formed": formedChoices,
		"repeated": repeatedChoices, "contact": contactChoices, "reply": replyChoices,
	}[field])
}
