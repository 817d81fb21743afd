// The book has two languages: each page says which it is in, for those who hear it. And a line of
// the source that ends between two Chinese characters leaves no blank.
document.documentElement.lang =
  /\/en\/|\/(architecture|performance)\.html$/.test(location.pathname) ? 'en' : 'zh-CN';
const CHINESE = '[\u2014\u201c\u201d\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]';
const lineEnd = new RegExp(`(?<=${CHINESE})\n(?=${CHINESE})`, 'g');
const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const text = texts.currentNode;
  if (!text.parentElement.closest('pre')) text.data = text.data.replace(lineEnd, '');
}
