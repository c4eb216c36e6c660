import { Lexer } from 'yaml';

const scalarMark = '\u001f';
const deepest = 100;

/**
 * True for YAML with more than 100 nested lists and mappings in brackets or on one line. To be asked before parsing: the parser calls
 * itself once a level, and 40,000 opening brackets end the whole process instead of throwing.
 */
export function isDeepYaml(text: string): boolean {
  let brackets = 0;
  let onLine = 0;
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    if (isScalar) isScalar = false;
    else if (token === scalarMark) isScalar = true;
    else if (token === '[' || token === '{') brackets += 1;
    else if (token === ']' || token === '}') brackets = Math.max(0, brackets - 1);
    else if (token === '-' || token === '?' || token === ':') onLine += 1;
    else if (token.endsWith('\n')) onLine = 0;
    if (brackets > deepest || onLine > deepest) return true;
  }
  return false;
}
