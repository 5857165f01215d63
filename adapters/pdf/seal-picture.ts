/**
 * The round red picture of the seal under a document (院印). It only shows that the document is sealed:
 * what proves it is the PDF's signature.
 * @returns SVG, 40 mm wide
 */
export function sealPicture(court: string): string {
  const letters = [...court];
  const radius = 74;
  // The name runs over the top, wider the longer it is, 260 degrees at most.
  const step = Math.min(30, 260 / Math.max(1, letters.length - 1));
  const first = -((letters.length - 1) * step) / 2;
  const arc = letters
    .map((letter, index) => `<text x="100" y="${100 - radius + 8}" transform="rotate(${(first + index * step).toFixed(2)} 100 100)">${escaped(letter)}</text>`)
    .join('');
  return [
    '<svg class="seal" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" width="40mm" height="40mm" aria-label="院印">',
    '<circle cx="100" cy="100" r="95" fill="none" stroke="#d3171e" stroke-width="5"/>',
    `<polygon points="${star(100, 100, 31)}" fill="#d3171e"/>`,
    `<g fill="#d3171e" font-family="Noto Serif CJK SC" font-weight="bold" font-size="21" text-anchor="middle">${arc}</g>`,
    '<text x="100" y="157" fill="#d3171e" font-family="Noto Serif CJK SC" font-weight="bold" font-size="15" text-anchor="middle">电子印章</text>',
    '</svg>',
  ].join('');
}

function star(x: number, y: number, radius: number): string {
  return Array.from({ length: 10 }, (_, index) => {
    const angle = (Math.PI * index) / 5 - Math.PI / 2;
    const length = index % 2 === 0 ? radius : radius * 0.382;
    return `${(x + Math.cos(angle) * length).toFixed(2)},${(y + Math.sin(angle) * length).toFixed(2)}`;
  }).join(' ');
}

function escaped(text: string): string {
  return text.replace(/[<>&"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
