// What the tests of the site and of the workplace share: one page of each kind, and the tabs.

/** The address of one page of each kind, by what it is. */
export const PAGES = {
  landing: '',
  afternoon: 'afternoon.html',
  examples: 'examples/index.html',
  search: 'search.html?q=passing',
  report: 'report.html',
  board: 'report-for-a-board.html',
  language: 'language.html',
  kind: 'kinds/assessment.html',
  rule: 'rules/certification/goal.html',
  standard: 'standards/NCCA-2021.html',
};

/** The tabs of the workplace. */
export const TABS = ['findings', 'questions', 'profile', 'picture', 'readiness', 'roadmap', 'report', 'compare'];

/** A program that would set the title of the page to "1" wherever one of its words were taken for HTML, an address or a script. */
export const HOSTILE = `certification X "<img src=x onerror=document.title=1>" {
  goal: acquire-competence
  summary: "</script></style><svg onload=document.title=1><iframe srcdoc='<script>parent.document.title=1</script>'>"
  website: "javascript:document.title=1"
  owner: ORG
  assessment exam "\\"><b onmouseover=document.title=1>exam" { documents: "javascript:document.title=1" }
  // ignore <img src=x onerror=document.title=1>
}
organization ORG "[owner](javascript:document.title=1) <script>document.title=1</script>" {
  website: "data:text/html,<script>document.title=1</script>"
}
`;
