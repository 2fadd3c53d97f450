import js from '@eslint/js';
import vue from 'eslint-plugin-vue';

const readonly = (...names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

export default [
  { ignores: ['dist/'] },
  js.configs.recommended,
  ...vue.configs['flat/recommended'],
  {
    rules: {
      'no-console': 'error',
      // Prettier lays templates out.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      // Pages have the names of their paths.
      'vue/multi-word-component-names': 'off',
    },
  },
  { files: ['src/**'], languageOptions: { globals: readonly('uni', 'document') } },
  {
    files: ['*.js', '*.mjs', 'test/**'],
    rules: { 'no-console': 'off' },
    languageOptions: { globals: readonly('process', 'console', 'fetch', 'URL', 'document', 'OffscreenCanvas') },
  },
];
