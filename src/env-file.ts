import { existsSync } from 'node:fs';

// Loaded by `npm start` before the program and by the operator's tools, and by nothing else: tests must never find an
// operator's real settings. What the environment says already holds.
if (existsSync('.env')) process.loadEnvFile('.env');
