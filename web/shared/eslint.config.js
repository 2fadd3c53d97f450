import page from './eslint.js';

export default page(import.meta.dirname);
