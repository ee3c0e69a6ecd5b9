import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { homeFigures, type HomeFigures } from './figures.schemas.js';
import { FiguresService } from './figures.service.js';

@ApiTags('figures')
@Controller('figures')
export class FiguresController {
  constructor(private readonly figures: FiguresService) {}

  @Get('home')
  @Public()
  @Returns(homeFigures)
  getHomeFigures(): Promise<HomeFigures> {
    return this.figures.home();
  }
}
