/** `npm run demo`: the demonstration that the first `npm start` makes, or the whole fictional province. */
import { demoCommand } from './demonstration/full/command.ts';

process.exitCode = await demoCommand(process.argv.slice(2));
