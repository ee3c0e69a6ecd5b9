import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.js';
import { DeskController } from './desk.controller.js';
import { DeskService } from './desk.service.js';

@Module({ imports: [ApplicationsModule], controllers: [DeskController], providers: [DeskService] })
export class DeskModule {}
