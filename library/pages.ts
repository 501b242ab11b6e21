// Made by npm run generate from the rule files.
import alignmentDomainNotAssessed from '../docs/rules/alignment/domain-not-assessed.md';
import alignmentDomainWithoutWeight from '../docs/rules/alignment/domain-without-weight.md';
import alignmentMeasuresWrongKind from '../docs/rules/alignment/measures-wrong-kind.md';
import alignmentModuleTeachesNothing from '../docs/rules/alignment/module-teaches-nothing.md';
import alignmentOutcomeNotAssessed from '../docs/rules/alignment/outcome-not-assessed.md';
import alignmentOutcomeNotTaught from '../docs/rules/alignment/outcome-not-taught.md';
import alignmentRequirementsSum from '../docs/rules/alignment/requirements-sum.md';
import alignmentTooFewItems from '../docs/rules/alignment/too-few-items.md';
import alignmentWeightsItems from '../docs/rules/alignment/weights-items.md';
import alignmentWeightsSum from '../docs/rules/alignment/weights-sum.md';
import attendanceClaims from '../docs/rules/attendance/claims.md';
import certificateAccreditation from '../docs/rules/certificate/accreditation.md';
import certificateAssessment from '../docs/rules/certificate/assessment.md';
import certificateAward from '../docs/rules/certificate/award.md';
import certificateDegree from '../docs/rules/certificate/degree.md';
import certificateGate from '../docs/rules/certificate/gate.md';
import certificateGoal from '../docs/rules/certificate/goal.md';
import certificateInstruction from '../docs/rules/certificate/instruction.md';
import certificateLetters from '../docs/rules/certificate/letters.md';
import certificateLinkedAssessment from '../docs/rules/certificate/linked-assessment.md';
import certificateMaintenance from '../docs/rules/certificate/maintenance.md';
import certificateName from '../docs/rules/certificate/name.md';
import certificateOutcomes from '../docs/rules/certificate/outcomes.md';
import certificatePurpose from '../docs/rules/certificate/purpose.md';
import certificateQuality from '../docs/rules/certificate/quality.md';
import certificateScope from '../docs/rules/certificate/scope.md';
import certificateWording from '../docs/rules/certificate/wording.md';
import certificationAccreditation from '../docs/rules/certification/accreditation.md';
import certificationAssessment from '../docs/rules/certification/assessment.md';
import certificationAward from '../docs/rules/certification/award.md';
import certificationDegree from '../docs/rules/certification/degree.md';
import certificationGate from '../docs/rules/certification/gate.md';
import certificationGoal from '../docs/rules/certification/goal.md';
import certificationGrandfathering from '../docs/rules/certification/grandfathering.md';
import certificationIndependentAssessment from '../docs/rules/certification/independent-assessment.md';
import certificationInstruction from '../docs/rules/certification/instruction.md';
import certificationJobAnalysis from '../docs/rules/certification/job-analysis.md';
import certificationMaintenance from '../docs/rules/certification/maintenance.md';
import certificationMembership from '../docs/rules/certification/membership.md';
import certificationName from '../docs/rules/certification/name.md';
import certificationPurpose from '../docs/rules/certification/purpose.md';
import certificationSafeguards from '../docs/rules/certification/safeguards.md';
import certificationScope from '../docs/rules/certification/scope.md';
import certificationTerm from '../docs/rules/certification/term.md';
import certificationWording from '../docs/rules/certification/wording.md';
import languageBadDate from '../docs/rules/language/bad-date.md';
import languageBadUnit from '../docs/rules/language/bad-unit.md';
import languageConfig from '../docs/rules/language/config.md';
import languageDuplicateBlock from '../docs/rules/language/duplicate-block.md';
import languageDuplicateName from '../docs/rules/language/duplicate-name.md';
import languageDuplicateProperty from '../docs/rules/language/duplicate-property.md';
import languageHole from '../docs/rules/language/hole.md';
import languageMisplaced from '../docs/rules/language/misplaced.md';
import languageMissingFile from '../docs/rules/language/missing-file.md';
import languageMissingName from '../docs/rules/language/missing-name.md';
import languageMissingReason from '../docs/rules/language/missing-reason.md';
import languageMissingTitle from '../docs/rules/language/missing-title.md';
import languageSyntax from '../docs/rules/language/syntax.md';
import languageUnknownKind from '../docs/rules/language/unknown-kind.md';
import languageUnknownProperty from '../docs/rules/language/unknown-property.md';
import languageUnknownWord from '../docs/rules/language/unknown-word.md';
import languageUnreadable from '../docs/rules/language/unreadable.md';
import languageUnresolvedReference from '../docs/rules/language/unresolved-reference.md';
import languageUnusedIgnore from '../docs/rules/language/unused-ignore.md';
import languageWrongReference from '../docs/rules/language/wrong-reference.md';
import languageWrongType from '../docs/rules/language/wrong-type.md';
import measurementAdaptiveForms from '../docs/rules/measurement/adaptive-forms.md';
import measurementEquatingMissing from '../docs/rules/measurement/equating-missing.md';
import measurementEveryonePasses from '../docs/rules/measurement/everyone-passes.md';
import measurementHabitualCut from '../docs/rules/measurement/habitual-cut.md';
import measurementImpossibleResults from '../docs/rules/measurement/impossible-results.md';
import measurementJobAnalysisResponse from '../docs/rules/measurement/job-analysis-response.md';
import measurementLowReliability from '../docs/rules/measurement/low-reliability.md';
import measurementNormReferenced from '../docs/rules/measurement/norm-referenced.md';
import measurementPassFailOnly from '../docs/rules/measurement/pass-fail-only.md';
import measurementPassingScoreMissing from '../docs/rules/measurement/passing-score-missing.md';
import measurementPassingScoreRange from '../docs/rules/measurement/passing-score-range.md';
import measurementRaterAgreement from '../docs/rules/measurement/rater-agreement.md';
import measurementSmallPanel from '../docs/rules/measurement/small-panel.md';
import measurementStandardSettingMissing from '../docs/rules/measurement/standard-setting-missing.md';
import measurementTimeForItems from '../docs/rules/measurement/time-for-items.md';
import measurementUnproctored from '../docs/rules/measurement/unproctored.md';
import portfolioAppealsSamePeople from '../docs/rules/portfolio/appeals-same-people.md';
import portfolioAutonomy from '../docs/rules/portfolio/autonomy.md';
import portfolioPassGuarantee from '../docs/rules/portfolio/pass-guarantee.md';
import portfolioPublicMember from '../docs/rules/portfolio/public-member.md';
import portfolioPurchaseRequired from '../docs/rules/portfolio/purchase-required.md';
import portfolioSameName from '../docs/rules/portfolio/same-name.md';
import portfolioSeparationIncomplete from '../docs/rules/portfolio/separation-incomplete.md';
import portfolioSeparationMissing from '../docs/rules/portfolio/separation-missing.md';
import portfolioSharedAuthor from '../docs/rules/portfolio/shared-author.md';
import portfolioSharedDecider from '../docs/rules/portfolio/shared-decider.md';
import portfolioTiedEligibility from '../docs/rules/portfolio/tied-eligibility.md';
import portfolioTiedRecertification from '../docs/rules/portfolio/tied-recertification.md';
import portfolioUnequalTerms from '../docs/rules/portfolio/unequal-terms.md';
import programImpossibleCounts from '../docs/rules/program/impossible-counts.md';
import programPath from '../docs/rules/program/path.md';
import timeAccreditationDeadline from '../docs/rules/time/accreditation-deadline.md';
import timeAccreditationExpired from '../docs/rules/time/accreditation-expired.md';
import timeEndedAssessment from '../docs/rules/time/ended-assessment.md';
import timeFuture from '../docs/rules/time/future.md';
import timeJobAnalysisAge from '../docs/rules/time/job-analysis-age.md';
import timeOrder from '../docs/rules/time/order.md';
import timeOverdue from '../docs/rules/time/overdue.md';
import timePassingScoreAfterUse from '../docs/rules/time/passing-score-after-use.md';
import timeStandardSettingAge from '../docs/rules/time/standard-setting-age.md';
import timeStandardWithdrawn from '../docs/rules/time/standard-withdrawn.md';
import timeTooEarly from '../docs/rules/time/too-early.md';

/** The page of each rule by its id, in Markdown. */
export const PAGES: Readonly<Record<string, string>> = {
  'alignment/domain-not-assessed': alignmentDomainNotAssessed,
  'alignment/domain-without-weight': alignmentDomainWithoutWeight,
  'alignment/measures-wrong-kind': alignmentMeasuresWrongKind,
  'alignment/module-teaches-nothing': alignmentModuleTeachesNothing,
  'alignment/outcome-not-assessed': alignmentOutcomeNotAssessed,
  'alignment/outcome-not-taught': alignmentOutcomeNotTaught,
  'alignment/requirements-sum': alignmentRequirementsSum,
  'alignment/too-few-items': alignmentTooFewItems,
  'alignment/weights-items': alignmentWeightsItems,
  'alignment/weights-sum': alignmentWeightsSum,
  'attendance/claims': attendanceClaims,
  'certificate/accreditation': certificateAccreditation,
  'certificate/assessment': certificateAssessment,
  'certificate/award': certificateAward,
  'certificate/degree': certificateDegree,
  'certificate/gate': certificateGate,
  'certificate/goal': certificateGoal,
  'certificate/instruction': certificateInstruction,
  'certificate/letters': certificateLetters,
  'certificate/linked-assessment': certificateLinkedAssessment,
  'certificate/maintenance': certificateMaintenance,
  'certificate/name': certificateName,
  'certificate/outcomes': certificateOutcomes,
  'certificate/purpose': certificatePurpose,
  'certificate/quality': certificateQuality,
  'certificate/scope': certificateScope,
  'certificate/wording': certificateWording,
  'certification/accreditation': certificationAccreditation,
  'certification/assessment': certificationAssessment,
  'certification/award': certificationAward,
  'certification/degree': certificationDegree,
  'certification/gate': certificationGate,
  'certification/goal': certificationGoal,
  'certification/grandfathering': certificationGrandfathering,
  'certification/independent-assessment': certificationIndependentAssessment,
  'certification/instruction': certificationInstruction,
  'certification/job-analysis': certificationJobAnalysis,
  'certification/maintenance': certificationMaintenance,
  'certification/membership': certificationMembership,
  'certification/name': certificationName,
  'certification/purpose': certificationPurpose,
  'certification/safeguards': certificationSafeguards,
  'certification/scope': certificationScope,
  'certification/term': certificationTerm,
  'certification/wording': certificationWording,
  'language/bad-date': languageBadDate,
  'language/bad-unit': languageBadUnit,
  'language/config': languageConfig,
  'language/duplicate-block': languageDuplicateBlock,
  'language/duplicate-name': languageDuplicateName,
  'language/duplicate-property': languageDuplicateProperty,
  'language/hole': languageHole,
  'language/misplaced': languageMisplaced,
  'language/missing-file': languageMissingFile,
  'language/missing-name': languageMissingName,
  'language/missing-reason': languageMissingReason,
  'language/missing-title': languageMissingTitle,
  'language/syntax': languageSyntax,
  'language/unknown-kind': languageUnknownKind,
  'language/unknown-property': languageUnknownProperty,
  'language/unknown-word': languageUnknownWord,
  'language/unreadable': languageUnreadable,
  'language/unresolved-reference': languageUnresolvedReference,
  'language/unused-ignore': languageUnusedIgnore,
  'language/wrong-reference': languageWrongReference,
  'language/wrong-type': languageWrongType,
  'measurement/adaptive-forms': measurementAdaptiveForms,
  'measurement/equating-missing': measurementEquatingMissing,
  'measurement/everyone-passes': measurementEveryonePasses,
  'measurement/habitual-cut': measurementHabitualCut,
  'measurement/impossible-results': measurementImpossibleResults,
  'measurement/job-analysis-response': measurementJobAnalysisResponse,
  'measurement/low-reliability': measurementLowReliability,
  'measurement/norm-referenced': measurementNormReferenced,
  'measurement/pass-fail-only': measurementPassFailOnly,
  'measurement/passing-score-missing': measurementPassingScoreMissing,
  'measurement/passing-score-range': measurementPassingScoreRange,
  'measurement/rater-agreement': measurementRaterAgreement,
  'measurement/small-panel': measurementSmallPanel,
  'measurement/standard-setting-missing': measurementStandardSettingMissing,
  'measurement/time-for-items': measurementTimeForItems,
  'measurement/unproctored': measurementUnproctored,
  'portfolio/appeals-same-people': portfolioAppealsSamePeople,
  'portfolio/autonomy': portfolioAutonomy,
  'portfolio/pass-guarantee': portfolioPassGuarantee,
  'portfolio/public-member': portfolioPublicMember,
  'portfolio/purchase-required': portfolioPurchaseRequired,
  'portfolio/same-name': portfolioSameName,
  'portfolio/separation-incomplete': portfolioSeparationIncomplete,
  'portfolio/separation-missing': portfolioSeparationMissing,
  'portfolio/shared-author': portfolioSharedAuthor,
  'portfolio/shared-decider': portfolioSharedDecider,
  'portfolio/tied-eligibility': portfolioTiedEligibility,
  'portfolio/tied-recertification': portfolioTiedRecertification,
  'portfolio/unequal-terms': portfolioUnequalTerms,
  'program/impossible-counts': programImpossibleCounts,
  'program/path': programPath,
  'time/accreditation-deadline': timeAccreditationDeadline,
  'time/accreditation-expired': timeAccreditationExpired,
  'time/ended-assessment': timeEndedAssessment,
  'time/future': timeFuture,
  'time/job-analysis-age': timeJobAnalysisAge,
  'time/order': timeOrder,
  'time/overdue': timeOverdue,
  'time/passing-score-after-use': timePassingScoreAfterUse,
  'time/standard-setting-age': timeStandardSettingAge,
  'time/standard-withdrawn': timeStandardWithdrawn,
  'time/too-early': timeTooEarly,
};
