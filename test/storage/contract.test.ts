import { describe } from 'vitest';
import { databases, serveDatabases } from '../support/databases.ts';
import { bringsOldDatabasesUp } from './contract/migrations.ts';
import { keepsTheOutbox } from './contract/outbox.ts';
import { keepsPulses } from './contract/pulses.ts';
import { keepsRecords } from './contract/records.ts';
import { remembersRightly } from './contract/remembering.ts';
import { storesOn } from './contract/stores.ts';
import { surviveTheWorst } from './contract/survival.ts';
import { keepsTransactions } from './contract/transactions.ts';

serveDatabases();

for (const database of databases) {
  describe(`on ${database.name}`, () => {
    const open = storesOn(database);
    describe('records', () => keepsRecords(open));
    describe('private questions', () => keepsPulses(open));
    describe('transactions', () => keepsTransactions(open));
    describe('what is remembered', () => remembersRightly(open));
    describe('the outbox', () => keepsTheOutbox(open));
    describe('an older database', () => bringsOldDatabasesUp(database));
    describe('survival', () => surviveTheWorst(database));
  });
}
