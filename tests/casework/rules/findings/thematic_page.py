# ruff: noqa: E501 - text quoted whole, as the page prints it
"""A national report in the inspectors' manner: invented, with every kind of addressee and deadline."""

THEMATIC_PAGE = """<!doctype html><html><head><title>Missing property, found: A thematic inspection - HMICFRS</title>
<link rel="canonical" href="https://hmicfrs.justiceinspectorates.gov.uk/publication-html/missing-property/"></head><body>
<nav><a href="/">Home</a> <a href="/x">Recommendations</a></nav>
<main><h1>Missing property, found: A thematic inspection of how the police look after property</h1>
<p>Published on:&nbsp;12 March 2024</p>
<h2>Contents</h2><ul><li><a href="#1">Summary</a></li><li><a href="#2">Recommendations</a></li></ul>
<h2>Summary</h2>
<p>His Majesty’s Inspectorate of Constabulary and Fire &amp; Rescue Services (HMICFRS) inspected twelve police forces. We have made eleven recommendations.</p>
<h3>Recommendations</h3>
<p><strong>Recommendation 1</strong></p>
<p>By 31 October 2024, forces should make sure they record property the way they say they do.</p>
<h2>How property is recorded</h2>
<p>Officers should write things down. They told us they know this. In our 2019 report, we recommended that forces improve.</p>
<h4>Recommendation 1</h4>
<p>By 31 October 2024, forces should make sure that they record property in the way they say they do.</p>
<p>We return to this below.</p>
<div class="x1"><div class="hd"><p><strong>Recommendation 2</strong></p></div><div class="bd">
<p>With immediate effect, chief constables should:</p>
<ul><li>agree a policy<sup><a href="#fn3">3</a></sup>; and</li><li>publish it &amp; keep it <span class="sr-only">(opens in new window)</span>{{up to date}}.</li></ul></div></div>
<p><strong>Recommendation 3:</strong> By January 2025, the Home Office, in consultation with the National Police Chiefs’ Council (NPCC) and the College of Policing, should publish guidance.</p>
<h4>Recommendation 4</h4><p>Within six months, the NPCC and the College of Policing should agree a national standard.</p>
<h4>Recommendation 5</h4><p>If forces haven’t yet adopted a scheme, they should use the methodology created by the NPCC, the College of Policing and the Home Office.</p>
<h4>Recommendation 6</h4><p>By Spring 2025, police and crime commissioners and chief constables should review how storage is paid for.</p>
<h4>Recommendation 7</h4><p>Chief constables should make sure that callers are rung back within 24 hours and that property is checked every six months.</p>
<h4>Recommendation 8</h4><p>The Crown Prosecution Service should immediately:tell forces what it needs; and keep telling them.</p>
<h4>Innovative practice</h4><p><strong>One force labels everything.</strong></p><p>Other forces should copy it.</p>
<h3>Cause of concern</h3>
<p><strong>Too many forces lose evidence.</strong></p>
<p>We found this in nine of twelve forces.</p>
<h3>Recommendations</h3>
<p>Within three months, forces should:</p><ul><li>count what they hold; and</li><li>find what they have lost.</li></ul>
<p>By the end of March 2025, forces should report to us.</p>
<h2>Conclusion</h2>
<p>There is good work. We recommend that, by 1 June 2025, the Ministry of Justice should change the form.</p>
<h2>Annex A: Full list of recommendations</h2>
<table><tr><th>No.</th><th>Recommendation</th></tr>
<tr><td>2</td><td><p>With immediate effect, chief constables should:</p><ul><li>agree a policy; and</li><li>publish it &amp; keep it {{up to date}}.</li></ul></td></tr>
<tr><td>6</td><td>By Spring 2025, police and crime commissioners and chief constables should review how storage is paid for.</td></tr></table>
<h2>Related publications</h2><p><a href="/a">A</a> <a href="/b">Older report</a> <a href="/c">Another older report</a></p>
</main><footer><p>© Crown copyright</p></footer></body></html>"""
