import ts from 'typescript';

/** One place where the core reaches for the world: "clock.ts:3 Date.now". */
export type Impurity = string;

/** Names that are the world itself, however they are used. */
const world = new Set([
  'process',
  'crypto',
  'performance',
  'globalThis',
  'global',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
]);

/** Names with a pure part. Everything else of them is refused, so that no alias or destructuring slips through. */
const partlyPure: Readonly<Record<string, (member: string) => boolean>> = {
  Date: (member) => member === 'parse' || member === 'UTC',
  Math: (member) => member !== 'random',
  Temporal: (member) => member !== 'Now',
};

/**
 * Every clock, randomness, timer, environment and Node module in a file of the core, found in its syntax tree.
 * Types are left alone: they are gone when the program runs. An own name that shadows one of these is refused too; it
 * would mislead a reader.
 */
export function impurities(fileName: string, source: string): readonly Impurity[] {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true);
  const found: Impurity[] = [];
  const note = (node: ts.Node, what: string): void => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    found.push(`${fileName}:${line + 1} ${what}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isImportDeclaration(node)) {
      if (importsTheWorld(node)) note(node, node.moduleSpecifier.getText(file).slice(1, -1));
      return;
    }
    if (ts.isIdentifier(node)) {
      const what = reachedBy(node);
      if (what !== null) note(node, what);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function importsTheWorld(node: ts.ImportDeclaration): boolean {
  const from = ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : '';
  return from.startsWith('node:') || from === 'crypto' || from === 'timers';
}

function reachedBy(node: ts.Identifier): string | null {
  if (isOnlyAName(node)) return null;
  if (world.has(node.text)) return node.text;
  const pure = partlyPure[node.text];
  if (pure === undefined) return null;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.expression === node) {
    return pure(parent.name.text) ? null : `${node.text}.${parent.name.text}`;
  }
  const dated = ts.isNewExpression(parent) && parent.expression === node && (parent.arguments?.length ?? 0) > 0;
  if (node.text === 'Date' && dated) return null;
  return ts.isNewExpression(parent) ? `new ${node.text}()` : node.text;
}

/** A property's own name, as in `event.process` or `{ process: 1 }`, reaches for nothing. */
function isOnlyAName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodSignature(parent)) {
    return parent.name === node;
  }
  return ts.isBindingElement(parent) && parent.propertyName === node;
}
