import page from 'freshet-web-shared/eslint';

export default page(import.meta.dirname);
