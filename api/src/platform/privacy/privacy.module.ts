import { Global, Module } from '@nestjs/common';
import { PersonalData } from './personal-data.js';
import { Retention } from './retention.js';
import { RetentionController } from './retention.controller.js';

@Global()
@Module({ controllers: [RetentionController], providers: [PersonalData, Retention], exports: [PersonalData, Retention] })
export class PrivacyModule {}
