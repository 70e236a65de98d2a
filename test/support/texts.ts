import ts from 'typescript';

/** A text in a program's source and where it stands: "roles.ts:12". `within` names what it is handed to. */
export interface SourceText {
  readonly at: string;
  readonly text: string;
  /** The call, constructor or property that takes it: "Error", "log.info", "usage"; empty where there is none. */
  readonly within: string;
}

/** Every text that a file holds, with `…` for each gap; comments, types and the names of imports are no texts. */
export function textsIn(fileName: string, source: string): readonly SourceText[] {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true);
  const found: SourceText[] = [];
  const visit = (node: ts.Node, within: string): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    const text = textOf(node);
    if (text !== null) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      found.push({ at: `${fileName}:${line + 1}`, text, within });
    }
    const inner = takerOf(node, file) ?? within;
    ts.forEachChild(node, (child) => visit(child, inner));
  };
  visit(file, '');
  return found;
}

function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
}

function takerOf(node: ts.Node, file: ts.SourceFile): string | null {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return node.expression.getText(file);
  return ts.isPropertyAssignment(node) ? node.name.getText(file) : null;
}
