// Made by npm run generate from the rule files beside it.
import type { Rule } from './define.ts';
import alignmentDomainNotAssessed from './alignment/domain-not-assessed.rule.ts';
import alignmentDomainWithoutWeight from './alignment/domain-without-weight.rule.ts';
import alignmentMeasuresWrongKind from './alignment/measures-wrong-kind.rule.ts';
import alignmentModuleTeachesNothing from './alignment/module-teaches-nothing.rule.ts';
import alignmentOutcomeNotAssessed from './alignment/outcome-not-assessed.rule.ts';
import alignmentOutcomeNotTaught from './alignment/outcome-not-taught.rule.ts';
import alignmentRequirementsSum from './alignment/requirements-sum.rule.ts';
import alignmentTooFewItems from './alignment/too-few-items.rule.ts';
import alignmentWeightsItems from './alignment/weights-items.rule.ts';
import alignmentWeightsSum from './alignment/weights-sum.rule.ts';
import attendanceClaims from './attendance/claims.rule.ts';
import certificateAccreditation from './certificate/accreditation.rule.ts';
import certificateAssessment from './certificate/assessment.rule.ts';
import certificateAward from './certificate/award.rule.ts';
import certificateDegree from './certificate/degree.rule.ts';
import certificateGate from './certificate/gate.rule.ts';
import certificateGoal from './certificate/goal.rule.ts';
import certificateInstruction from './certificate/instruction.rule.ts';
import certificateLetters from './certificate/letters.rule.ts';
import certificateLinkedAssessment from './certificate/linked-assessment.rule.ts';
import certificateMaintenance from './certificate/maintenance.rule.ts';
import certificateName from './certificate/name.rule.ts';
import certificateOutcomes from './certificate/outcomes.rule.ts';
import certificatePurpose from './certificate/purpose.rule.ts';
import certificateQuality from './certificate/quality.rule.ts';
import certificateScope from './certificate/scope.rule.ts';
import certificateWording from './certificate/wording.rule.ts';
import certificationAccreditation from './certification/accreditation.rule.ts';
import certificationAssessment from './certification/assessment.rule.ts';
import certificationAward from './certification/award.rule.ts';
import certificationDegree from './certification/degree.rule.ts';
import certificationGate from './certification/gate.rule.ts';
import certificationGoal from './certification/goal.rule.ts';
import certificationGrandfathering from './certification/grandfathering.rule.ts';
import certificationIndependentAssessment from './certification/independent-assessment.rule.ts';
import certificationInstruction from './certification/instruction.rule.ts';
import certificationJobAnalysis from './certification/job-analysis.rule.ts';
import certificationMaintenance from './certification/maintenance.rule.ts';
import certificationMembership from './certification/membership.rule.ts';
import certificationName from './certification/name.rule.ts';
import certificationPurpose from './certification/purpose.rule.ts';
import certificationSafeguards from './certification/safeguards.rule.ts';
import certificationScope from './certification/scope.rule.ts';
import certificationTerm from './certification/term.rule.ts';
import certificationWording from './certification/wording.rule.ts';
import languageBadDate from './language/bad-date.rule.ts';
import languageBadUnit from './language/bad-unit.rule.ts';
import languageConfig from './language/config.rule.ts';
import languageDuplicateBlock from './language/duplicate-block.rule.ts';
import languageDuplicateName from './language/duplicate-name.rule.ts';
import languageDuplicateProperty from './language/duplicate-property.rule.ts';
import languageHole from './language/hole.rule.ts';
import languageMisplaced from './language/misplaced.rule.ts';
import languageMissingFile from './language/missing-file.rule.ts';
import languageMissingName from './language/missing-name.rule.ts';
import languageMissingReason from './language/missing-reason.rule.ts';
import languageMissingTitle from './language/missing-title.rule.ts';
import languageSyntax from './language/syntax.rule.ts';
import languageUnknownKind from './language/unknown-kind.rule.ts';
import languageUnknownProperty from './language/unknown-property.rule.ts';
import languageUnknownWord from './language/unknown-word.rule.ts';
import languageUnreadable from './language/unreadable.rule.ts';
import languageUnresolvedReference from './language/unresolved-reference.rule.ts';
import languageUnusedIgnore from './language/unused-ignore.rule.ts';
import languageWrongReference from './language/wrong-reference.rule.ts';
import languageWrongType from './language/wrong-type.rule.ts';
import measurementAdaptiveForms from './measurement/adaptive-forms.rule.ts';
import measurementEquatingMissing from './measurement/equating-missing.rule.ts';
import measurementEveryonePasses from './measurement/everyone-passes.rule.ts';
import measurementHabitualCut from './measurement/habitual-cut.rule.ts';
import measurementImpossibleResults from './measurement/impossible-results.rule.ts';
import measurementJobAnalysisResponse from './measurement/job-analysis-response.rule.ts';
import measurementLowReliability from './measurement/low-reliability.rule.ts';
import measurementNormReferenced from './measurement/norm-referenced.rule.ts';
import measurementPassFailOnly from './measurement/pass-fail-only.rule.ts';
import measurementPassingScoreMissing from './measurement/passing-score-missing.rule.ts';
import measurementPassingScoreRange from './measurement/passing-score-range.rule.ts';
import measurementRaterAgreement from './measurement/rater-agreement.rule.ts';
import measurementSmallPanel from './measurement/small-panel.rule.ts';
import measurementStandardSettingMissing from './measurement/standard-setting-missing.rule.ts';
import measurementTimeForItems from './measurement/time-for-items.rule.ts';
import measurementUnproctored from './measurement/unproctored.rule.ts';
import portfolioAppealsSamePeople from './portfolio/appeals-same-people.rule.ts';
import portfolioAutonomy from './portfolio/autonomy.rule.ts';
import portfolioPassGuarantee from './portfolio/pass-guarantee.rule.ts';
import portfolioPublicMember from './portfolio/public-member.rule.ts';
import portfolioPurchaseRequired from './portfolio/purchase-required.rule.ts';
import portfolioSameName from './portfolio/same-name.rule.ts';
import portfolioSeparationIncomplete from './portfolio/separation-incomplete.rule.ts';
import portfolioSeparationMissing from './portfolio/separation-missing.rule.ts';
import portfolioSharedAuthor from './portfolio/shared-author.rule.ts';
import portfolioSharedDecider from './portfolio/shared-decider.rule.ts';
import portfolioTiedEligibility from './portfolio/tied-eligibility.rule.ts';
import portfolioTiedRecertification from './portfolio/tied-recertification.rule.ts';
import portfolioUnequalTerms from './portfolio/unequal-terms.rule.ts';
import programImpossibleCounts from './program/impossible-counts.rule.ts';
import programPath from './program/path.rule.ts';
import timeAccreditationDeadline from './time/accreditation-deadline.rule.ts';
import timeAccreditationExpired from './time/accreditation-expired.rule.ts';
import timeEndedAssessment from './time/ended-assessment.rule.ts';
import timeFuture from './time/future.rule.ts';
import timeJobAnalysisAge from './time/job-analysis-age.rule.ts';
import timeOrder from './time/order.rule.ts';
import timeOverdue from './time/overdue.rule.ts';
import timePassingScoreAfterUse from './time/passing-score-after-use.rule.ts';
import timeStandardSettingAge from './time/standard-setting-age.rule.ts';
import timeStandardWithdrawn from './time/standard-withdrawn.rule.ts';
import timeTooEarly from './time/too-early.rule.ts';

/** Every rule, by group and name. */
export const RULES: readonly Rule[] = [
  alignmentDomainNotAssessed,
  alignmentDomainWithoutWeight,
  alignmentMeasuresWrongKind,
  alignmentModuleTeachesNothing,
  alignmentOutcomeNotAssessed,
  alignmentOutcomeNotTaught,
  alignmentRequirementsSum,
  alignmentTooFewItems,
  alignmentWeightsItems,
  alignmentWeightsSum,
  attendanceClaims,
  certificateAccreditation,
  certificateAssessment,
  certificateAward,
  certificateDegree,
  certificateGate,
  certificateGoal,
  certificateInstruction,
  certificateLetters,
  certificateLinkedAssessment,
  certificateMaintenance,
  certificateName,
  certificateOutcomes,
  certificatePurpose,
  certificateQuality,
  certificateScope,
  certificateWording,
  certificationAccreditation,
  certificationAssessment,
  certificationAward,
  certificationDegree,
  certificationGate,
  certificationGoal,
  certificationGrandfathering,
  certificationIndependentAssessment,
  certificationInstruction,
  certificationJobAnalysis,
  certificationMaintenance,
  certificationMembership,
  certificationName,
  certificationPurpose,
  certificationSafeguards,
  certificationScope,
  certificationTerm,
  certificationWording,
  languageBadDate,
  languageBadUnit,
  languageConfig,
  languageDuplicateBlock,
  languageDuplicateName,
  languageDuplicateProperty,
  languageHole,
  languageMisplaced,
  languageMissingFile,
  languageMissingName,
  languageMissingReason,
  languageMissingTitle,
  languageSyntax,
  languageUnknownKind,
  languageUnknownProperty,
  languageUnknownWord,
  languageUnreadable,
  languageUnresolvedReference,
  languageUnusedIgnore,
  languageWrongReference,
  languageWrongType,
  measurementAdaptiveForms,
  measurementEquatingMissing,
  measurementEveryonePasses,
  measurementHabitualCut,
  measurementImpossibleResults,
  measurementJobAnalysisResponse,
  measurementLowReliability,
  measurementNormReferenced,
  measurementPassFailOnly,
  measurementPassingScoreMissing,
  measurementPassingScoreRange,
  measurementRaterAgreement,
  measurementSmallPanel,
  measurementStandardSettingMissing,
  measurementTimeForItems,
  measurementUnproctored,
  portfolioAppealsSamePeople,
  portfolioAutonomy,
  portfolioPassGuarantee,
  portfolioPublicMember,
  portfolioPurchaseRequired,
  portfolioSameName,
  portfolioSeparationIncomplete,
  portfolioSeparationMissing,
  portfolioSharedAuthor,
  portfolioSharedDecider,
  portfolioTiedEligibility,
  portfolioTiedRecertification,
  portfolioUnequalTerms,
  programImpossibleCounts,
  programPath,
  timeAccreditationDeadline,
  timeAccreditationExpired,
  timeEndedAssessment,
  timeFuture,
  timeJobAnalysisAge,
  timeOrder,
  timeOverdue,
  timePassingScoreAfterUse,
  timeStandardSettingAge,
  timeStandardWithdrawn,
  timeTooEarly,
];
