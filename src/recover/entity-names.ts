/** The named character references of HTML 4 (its three tables), and the five that XML has. */

const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest ' +
  'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'

/** Α to Ω without the code that stands between Ρ and Σ; α to ω with ς there. */
const greek =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega'

const signs =
  '" quot & amp < lt > gt \' apos Œ OElig œ oelig Š Scaron š scaron Ÿ Yuml ƒ fnof ˆ circ ˜ tilde \u2002 ensp \u2003 emsp \u2009 thinsp \u200c zwnj \u200d zwj \u200e lrm \u200f rlm ' +
  '– ndash — mdash ‘ lsquo ’ rsquo ‚ sbquo “ ldquo ” rdquo „ bdquo † dagger ‡ Dagger • bull … hellip ‰ permil ′ prime ″ Prime ‹ lsaquo › rsaquo ‾ oline ⁄ frasl € euro ℑ image ℘ weierp ℜ real ™ trade ℵ alefsym ' +
  '← larr ↑ uarr → rarr ↓ darr ↔ harr ↵ crarr ⇐ lArr ⇑ uArr ⇒ rArr ⇓ dArr ⇔ hArr ∀ forall ∂ part ∃ exist ∅ empty ∇ nabla ∈ isin ∉ notin ∋ ni ∏ prod ∑ sum − minus ∗ lowast √ radic ∝ prop ∞ infin ∠ ang ∧ and ∨ or ∩ cap ∪ cup ∫ int ∴ there4 ' +
  '∼ sim ≅ cong ≈ asymp ≠ ne ≡ equiv ≤ le ≥ ge ⊂ sub ⊃ sup ⊄ nsub ⊆ sube ⊇ supe ⊕ oplus ⊗ otimes ⊥ perp ⋅ sdot ⌈ lceil ⌉ rceil ⌊ lfloor ⌋ rfloor 〈 lang 〉 rang ◊ loz ♠ spades ♣ clubs ♥ hearts ♦ diams ϑ thetasym ϒ upsih ϖ piv'

export const entityNames: ReadonlyMap<string, string> = new Map([
  ...latin1.split(' ').map((name, i) => [name, String.fromCharCode(0xa0 + i)] as const),
  ...greek.split(' ').map((name, i) => [name, String.fromCharCode(0x3b1 + i)] as const),
  ...greek
    .split(' ')
    .map((name, i) => [capitalised(name), String.fromCharCode(0x391 + i)] as const)
    .filter(([name]) => name !== 'Sigmaf'),
  ...[...signs.matchAll(/(\S|[\u2002-\u200f]) (\w+)/gu)].map(([, sign = '', name = '']) => [name, sign] as const),
])

function capitalised(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1)
}
