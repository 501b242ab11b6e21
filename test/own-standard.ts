/** A standard of a project of its own, which accredits certifications. */
export const STANDARD = `standard OUR-1 "Our rules" {
  accredits: certification
  clause S1 "Study" { number: "1"; summary: "The role is studied."
    feature study "A documented study" { needs: job-analysis.conducted, job-analysis.method; basis: published; advice: "Study the role." }
    feature summary "A published summary" { needs: job-analysis.summary-published.yes; basis: practice } }
  clause S2 "Rights" { number: "2"; feature appeals "A policy on appeals" { needs: policy.covers.appeals }
    feature weights "Weights that add up" { needs: domain.weight; passes: "alignment/weights-sum" } }
  clause S3 "Money" { number: "3" }
}`;
