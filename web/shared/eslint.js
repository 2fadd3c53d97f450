import js from '@eslint/js';
import vuePlugin from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';

/** The rules of every page; `folder` is the page's own. */
export default (folder) =>
  tseslint.config(
    { ignores: ['dist/', '*.config.js', 'eslint.js'] },
    js.configs.recommended,
    ...tseslint.configs.strictTypeChecked,
    ...vuePlugin.configs['flat/recommended'],
    {
      languageOptions: {
        parserOptions: {
          parser: tseslint.parser,
          project: ['./tsconfig.json'],
          tsconfigRootDir: folder,
          extraFileExtensions: ['.vue'],
        },
      },
      rules: {
        '@typescript-eslint/no-confusing-void-expression': 'off',
        '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
        '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
        '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
        // The compiler knows the browser's names.
        'no-undef': 'off',
        'no-console': 'error',
        'max-lines': ['error', { max: 400 }],
        'vue/no-v-html': 'error',
        // Prettier's.
        ...Object.fromEntries(
          [
            'max-attributes-per-line',
            'html-self-closing',
            'singleline-html-element-content-newline',
            'html-indent',
          ].map((rule) => [`vue/${rule}`, 'off']),
        ),
        'vue/html-closing-bracket-newline': 'off',
        'vue/multiline-html-element-content-newline': 'off',
      },
    },
  );
