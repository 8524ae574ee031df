// Makes wwwroot/lib: one style sheet, one script, the icons in use as one sprite, and the fonts. The stamp is written last.
import { build } from "esbuild";
import * as sass from "sass";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const out = "wwwroot/lib";
const design = "node_modules/dkfds";
const fonts = ["Regular", "Italic", "Medium", "SemiBold", "Bold"];
const icons = [
  "account", "arrow-back", "arrow-forward", "assignment", "business", "calendar-month", "check", "checklist", "chevron-down",
  "chevron-left", "chevron-right", "close", "document", "download", "edit", "error", "file-pdf", "flag", "groups", "hourglass", "info",
  "location", "lock", "menu", "minus", "plus", "print", "search", "sort-table-ascending", "sort-table-descending", "sort-table-none", "success", "time",
  "visibility", "visibility-off", "warning",
];

const css = sass.compile("assets/virker.scss", { loadPaths: ["assets", `${design}/src/stylesheets`], quietDeps: true, logger: sass.Logger.silent });
const script = await build({ entryPoints: ["assets/virker.js"], bundle: true, minify: true, format: "iife", write: false, outdir: out, legalComments: "none" });
const style = await build({
  stdin: { contents: css.css, loader: "css", resolveDir: `${design}/src/stylesheets/core` }, bundle: true, minify: true, write: false, outdir: out,
  external: ["fonts/*"], loader: { ".svg": "dataurl", ".png": "dataurl" }, legalComments: "none",
});

const symbols = await Promise.all(icons.map(async name => {
  const svg = await readFile(join(design, "dist/img/svg-icons", `${name}.svg`), "utf8");
  const [, box, body] = /viewBox="([^"]+)"[^>]*>([\s\S]*)<\/svg>/.exec(svg);
  return `<symbol id="${name}" viewBox="${box}">${body.trim()}</symbol>`;
}));

await rm(out, { recursive: true, force: true });
await mkdir(join(out, "fonts"), { recursive: true });
for (const file of script.outputFiles) await writeFile(join(out, file.path.split(/[\\/]/).pop()), file.contents);
await writeFile(join(out, "virker.css"), style.outputFiles[0].contents);
await writeFile(join(out, "icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`);
for (const font of fonts) await cp(join(design, `dist/fonts/IBMPlexSans/complete/woff2/IBMPlexSans-${font}.woff2`), join(out, `fonts/IBMPlexSans-${font}.woff2`));
await writeFile(join(out, ".stamp"), new Date().toISOString());
