/** The paper that tells certification, assessment-based certificate and attendance apart; many properties cite it. */
export const DEFINING_FEATURES = 'ICE 2010, Defining Features of Quality Certification and Assessment-Based Certificate Programs';
