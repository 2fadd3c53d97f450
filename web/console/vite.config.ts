import { page } from '../shared/vite/page.ts';

export default page(import.meta.dirname);
