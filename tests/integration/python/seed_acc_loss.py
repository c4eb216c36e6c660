import wandb
import random

epochs = 10

with wandb.init(project="basic-intro") as run:
  # 블록은 메트릭을 로그하는 트레이닝 루프를 시뮬레이션합니다
  offset = random.random() / 5
  for epoch in range(2, epochs):
      acc = 1 - 2 ** -epoch - random.random() / epoch - offset
      loss = 2 ** -epoch + random.random() / epoch + offset

      # 스크립트에서 W&B로 메트릭을 로그합니다
      run.log({"acc": acc, "loss": loss})
