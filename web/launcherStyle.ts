/**
 * The launcher's look. It stands in a shadow root, so the host site's styles do not reach it; a site sets its colour with
 * `--assistant-accent` and `--assistant-ink` on any element around.
 */
export const launcherStyle = `
:host{all:initial}
div{--a:var(--assistant-accent,#0b5563);--i:var(--assistant-ink,#fff);font:600 16px/1.3 system-ui,sans-serif}
button{font:inherit;color:var(--i);background:var(--a);border:1px solid transparent;border-radius:8px;padding:12px 18px;cursor:pointer;box-shadow:0 2px 10px #0004}
button:hover{filter:brightness(1.15)}
button:focus-visible,iframe:focus-visible{outline:3px solid var(--a);outline-offset:2px}
iframe{border:1px solid #0003;background:Canvas;color-scheme:normal}
.bubble,.full{position:fixed;right:20px;bottom:20px;z-index:2147483000}
.left{right:auto;left:20px}
.bubble iframe{position:fixed;right:20px;bottom:80px;width:min(420px,calc(100vw - 40px));height:min(660px,calc(100vh - 100px));border-radius:10px;box-shadow:0 6px 30px #0005}
.left iframe{right:auto;left:20px}
.full iframe{position:fixed;inset:0;width:100%;height:100%;border:0}
.full.open button{display:none}
.inline iframe{display:block;width:100%;height:min(640px,85vh);border-radius:8px;margin-top:8px}
@media (max-width:480px){.bubble iframe{inset:0;width:100%;height:100%;border:0;border-radius:0}.bubble.open button{display:none}}
@media print{div{display:none}}
`;
